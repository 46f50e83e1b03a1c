export {
  EHLO_NAME,
  newSmtp,
  type SmtpAnswer,
  type SmtpEvent,
  type SmtpFacts,
  type SmtpState,
  type SmtpStep,
  stepSmtp,
} from './initiator';
export { printable } from './lines';
export { maskedBanner, maskedKeyword } from './masked';
export {
  type SmtpPolicy,
  type SmtpResponderEnd,
  type SmtpResponderState,
  type SmtpResponderStep,
  startSmtpResponder,
  stepSmtpResponder,
} from './responder';
