export type { CauseDefinition, Layer } from './cause';
export { causes } from './causes';
export { diagnose } from './diagnose';
export { successesIn } from './signs';
export { situationsOf } from './situations';
