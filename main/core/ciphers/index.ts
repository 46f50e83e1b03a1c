export {
  type Agreement,
  agree,
  agreeWithRsa,
  negotiate,
  type Responder,
  sharedSuites,
  withRsa,
} from './agree';
export { isAnonymous } from './anonymous';
export { type Expansion, expand, type ListError } from './expand';
export { type Against, explain } from './explain';
export { type AssumedGeneration, generationOf } from './generation';
export {
  generationsByError,
  generationsByVerify,
  offeredAsVerified,
  verifiedName,
  verifyDifference,
  WITH_TLS_1_3,
} from './generation-signs';
export { type GenerationSign, narrowGenerations, nearestGeneration } from './narrow-generation';
export { asTyped, onOneLine, withoutAnonymous } from './repair';
export { type PaperRepair, paperRepair } from './what-if';
