export { base64Of } from './base64';
export { changeTexts, textsIn } from './deep';
export { CERTIFICATE_REMOVED, SECRET_REMOVED } from './marker';
export { type Leak, type Material, type Redactor, redactorFor } from './redactor';
export { type Kind, PseudonymTable } from './table';
export { type Tally, total } from './tally';
export { type Vocabulary, vocabularyOf } from './vocabulary';
