export { base64Of } from './base64';
export { changeTexts, textsIn } from './deep';
export type { Material } from './learn';
export { type Redactor, redactorFor } from './redactor';
export { type Kind, PseudonymTable } from './table';
export { type Tally, total } from './tally';
export { type Vocabulary, vocabularyOf } from './vocabulary';
