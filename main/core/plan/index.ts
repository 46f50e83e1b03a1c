export { type Next, next } from './next';
export { planOf } from './plan-of';
