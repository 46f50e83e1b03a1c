export { alertName } from './alerts';
export { type Asked, type Budget, budgetOf, INVENTORY_CONNECTIONS } from './budget';
export { readCertificate } from './certificate';
export { type CertificateFacts, certificateFacts, chainOrderOf } from './certificate-chain';
export { type Hello, type ReceivedHello, readClientHello } from './client-hello';
export {
  type Agreement,
  farewell,
  type InitiatorState,
  type InitiatorStep,
  startTls,
  stepTls,
  type TlsAnswer,
  type TlsEvent,
  type Wanted,
} from './initiator';
export { type DhShare, type EcdhShare, type KeyExchange, keyExchangeText } from './key-exchange';
export { allSuites, anonymousSuites, authenticatedSuites, defaultOffer } from './offers';
export {
  newResponder,
  pickSuite,
  type ResponderEnd,
  type ResponderPolicy,
  type ResponderState,
  type ResponderStep,
  stepResponder,
} from './responder';
export { schemeName } from './signature-schemes';
export { type Suite, suiteNamed, suiteOfCode, suites } from './suites';
export { atLeast, type TlsVersion, versions } from './versions';
