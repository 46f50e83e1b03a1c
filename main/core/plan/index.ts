export { type CollectedCommand, type Collection, collect, type LeftOut } from './collect';
export { type Next, next } from './next';
export { planOf } from './plan-of';
export { sshLines } from './ssh-lines';
