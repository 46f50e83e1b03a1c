export { alertName } from './alerts';
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
} from './initiator';
export { type DhShare, type EcdhShare, keyExchangeText } from './key-exchange';
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
export { type Suite, suiteNamed, suiteOfCode, suites } from './suites';
export { atLeast, type TlsVersion, versions } from './versions';
