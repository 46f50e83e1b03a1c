export { catalogues } from './catalogues';
export { enablingWords, prerequisiteText } from './enabling-words';
export { becauseOf, remedyTextOf, sentenceOf, titleOf } from './finding-words';
export { timeToLossWords } from './time-to-loss-words';
export { whatIfWords } from './what-if-words';
export { type Catalogues, type Words, wordsIn } from './words';
