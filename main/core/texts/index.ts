export { catalogues } from './catalogues';
export { becauseOf, remedyTextOf, sentenceOf, titleOf } from './finding-words';
export { type Catalogues, type Words, wordsIn } from './words';
