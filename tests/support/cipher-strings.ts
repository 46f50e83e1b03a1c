import fc from 'fast-check';
import { BUILDS } from '../../main/core/ciphers/builds';
import { KEYWORDS } from '../../main/core/ciphers/tables/keywords-0.9.8';
import { KEYWORDS_1_0_2 } from '../../main/core/ciphers/tables/keywords-1.0';
import { KEYWORDS_3_0 } from '../../main/core/ciphers/tables/keywords-1.1';
import { NAMES_WITHOUT_SUITE } from '../../main/core/ciphers/tables/names-without-suite';

/** Every word that chooses suites in some OpenSSL generation, suites themselves left out. */
export const KEYWORDS_OF_ALL: readonly string[] = [
  ...new Set([...KEYWORDS.keys(), ...KEYWORDS_1_0_2.keys(), ...KEYWORDS_3_0.keys()]),
  ...['DEFAULT', 'TLSv1.1', 'GOST89MAC12', 'KRB5', 'kGOST'],
].filter((word) => !NAMES_WITHOUT_SUITE.includes(word));

/** Every suite that some generation of ours has. */
export const SUITES_OF_ALL: readonly string[] = [
  ...new Set(Object.values(BUILDS).flatMap(({ suites }) => suites.map(({ name }) => name))),
];

const word = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...KEYWORDS_OF_ALL) },
  { weight: 2, arbitrary: fc.constantFrom('ALL', 'HIGH', 'MEDIUM', 'aNULL', 'AES', 'kEDH', 'EECDH') },
  { weight: 2, arbitrary: fc.constantFrom(...SUITES_OF_ALL) },
  { weight: 1, arbitrary: fc.constantFrom('NOSUCH', 'high', '') },
);

const separator = fc.oneof(
  { weight: 6, arbitrary: fc.constant(':') },
  { weight: 1, arbitrary: fc.constantFrom(',', ' ', ';', ': ', '::', ', ', '') },
);

/**
 * Cipher strings as people and appliances write them: every operator, separator, keyword and suite, joins, stray words
 * and broken tokens, and the given `@` commands. PSK, SRP and GOST suites stand between separators: what a join with
 * one of them contradicts is not modelled.
 */
export const cipherStrings = (commands: readonly string[]): fc.Arbitrary<string> => {
  const sign = fc.constantFrom('', '', '', '', '-', '!', '+');
  const token = fc.oneof(
    {
      weight: 9,
      arbitrary: fc
        .tuple(sign, fc.array(word, { minLength: 1, maxLength: 3 }))
        .map(([before, words]) => before + words.join('+')),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(sign, fc.constantFrom(...NAMES_WITHOUT_SUITE)).map(([before, name]) => `:${before}${name}:`),
    },
    { weight: 1, arbitrary: fc.constantFrom(...commands) },
  );
  return fc
    .array(fc.tuple(token, separator), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.flat().join(''))
    .filter((text) => text !== '');
};
