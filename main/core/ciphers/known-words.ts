import { BUILDS } from './builds';
import { NAMES_WITHOUT_SUITE } from './tables/names-without-suite';

const ELSEWHERE: ReadonlySet<string> = new Set([
  ...NAMES_WITHOUT_SUITE,
  // Keywords that some OpenSSL has and none of our builds; DEFAULT in another place than the first is passed over.
  ...['DEFAULT', 'TLSv1.1', 'kFZA', 'aFZA', 'eFZA', 'FZA', 'ECCdraft', 'kKRB5', 'aKRB5', 'KRB5'],
  ...['kGOST', 'kGOST18', 'aGOST', 'aGOST94', 'aGOST01', 'aGOST12'],
  ...['GOST89', 'GOST89MAC', 'GOST89MAC12', 'GOST94', 'GOST12'],
]);

/** Whether any OpenSSL knows the word: then a list that holds it is no typing mistake, even where it has no effect. */
export const isKnownWord = (word: string): boolean =>
  ELSEWHERE.has(word) || Object.values(BUILDS).some(({ grammar }) => grammar.meaning(word) !== null);
