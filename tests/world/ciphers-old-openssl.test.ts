import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand, isAnonymous, withoutAnonymous } from '../../main/core/ciphers';
import { cipherStrings, KEYWORDS_OF_ALL, SUITES_OF_ALL } from '../support/cipher-strings';
import { type OldGeneration, oldProgram, realOffers } from '../support/old-openssl';

const COMMANDS = ['@STRENGTH', '@SECLEVEL=0', '@SECLEVEL=1', '@SECLEVEL=2', '@SECLEVEL=3', '@SECLEVEL=9', '@NOSUCH'];

const isRefused = (list: string, generation: OldGeneration): boolean =>
  expand(list, generation).error?.reason === 'bad-command';

/** A refused list leaves the default one. */
const expected = (list: string, generation: OldGeneration): readonly string[] =>
  expand(isRefused(list, generation) ? 'DEFAULT' : list, generation).suites;

/** A refused list may have set a security level all the same, which the default list then has. */
const comparable = (generation: OldGeneration) => (list: string) =>
  generation !== '1.1.1' || !list.includes('@SECLEVEL') || !isRefused(list, generation);

describe.each(['1.0.1', '1.0.2', '1.1.1'] as const)('a real OpenSSL %s', (generation) => {
  const program = oldProgram(generation);

  const compared = (lists: readonly string[]): void => {
    if (program === null) throw new Error(`no OpenSSL ${generation}`);
    const real = [...realOffers(program, generation, lists)];
    expect(real.map(([list]) => [list, expected(list, generation)])).toEqual(real);
  };

  test.skipIf(program === null)('offers the same for a thousand random lists', () => {
    compared([...new Set(fc.sample(cipherStrings(COMMANDS).filter(comparable(generation)), 1000))]);
  });

  test.skipIf(program === null)('offers what it offered but for the anonymous suites once a list is repaired', () => {
    if (program === null) throw new Error(`no OpenSSL ${generation}`);
    const lists = fc.sample(
      cipherStrings(COMMANDS).filter((list) => !isRefused(list, generation)),
      300,
    );
    const [before, after] = [lists, lists.map(withoutAnonymous)].map((some) => realOffers(program, generation, some));
    const repaired = lists.map((list) => [list, after?.get(withoutAnonymous(list))]);
    expect(repaired).toEqual(lists.map((list) => [list, before?.get(list)?.filter((suite) => !isAnonymous(suite))]));
  });

  test.skipIf(program === null)('offers the same for every keyword and every suite', () => {
    const kept = KEYWORDS_OF_ALL.flatMap((word) => [word, `ALL:-${word}:ALL`, `ALL:!${word}`, `ALL:+${word}`]);
    const joined = KEYWORDS_OF_ALL.map((word) => `AES+${word}:aNULL+${word}`);
    compared([...new Set([...kept, ...joined, ...SUITES_OF_ALL])]);
  });
});
