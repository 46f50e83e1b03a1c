export {
  type Agreement,
  agree,
  agreeWithRsa,
  type CertificateKey,
  negotiate,
  type Responder,
  sharedSuites,
  withRsa,
} from './agree';
export { isAnonymous } from './anonymous';
export { type Expansion, expand, type ListError } from './expand';
export { explain } from './explain';
export { type AssumedGeneration, generationOf } from './generation';
export { withoutAnonymous } from './repair';
