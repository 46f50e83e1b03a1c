export { stillCarries } from './carries';
export type { CauseDefinition, Layer } from './cause';
export { causes } from './causes';
export { diagnose } from './diagnose';
export { enablingOf } from './enabling';
export { presentAtEnd } from './signs';
export { situationsOf } from './situations';
export { timeToLoss } from './time-to-loss';
