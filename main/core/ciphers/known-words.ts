import { BUILDS } from './builds';
import { NAMES_WITHOUT_SUITE } from './tables/names-without-suite';

const ELSEWHERE: ReadonlySet<string> = new Set([
  ...NAMES_WITHOUT_SUITE.trim().split(/\s+/),
  // Keywords that some OpenSSL has and none of our builds; DEFAULT in another place than the first is passed over.
  ...['DEFAULT', 'TLSv1.1', 'kFZA', 'aFZA', 'eFZA', 'FZA', 'GOST89MAC12', 'ECCdraft'],
  ...['EDH-RSA-DES-CBC3-SHA', 'EDH-DSS-DES-CBC3-SHA'],
]);

/** Whether any OpenSSL knows the word: then a list that holds it is no typing mistake, even where it has no effect. */
export const isKnownWord = (word: string): boolean =>
  ELSEWHERE.has(word) || Object.values(BUILDS).some(({ grammar }) => grammar.meaning(word) !== null);
