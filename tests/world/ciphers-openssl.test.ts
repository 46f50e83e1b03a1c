import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand } from '../../main/core/ciphers';
import { cipherStrings, KEYWORDS_OF_ALL } from '../support/cipher-strings';

const version = spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? '';
const isThere = /^OpenSSL 3\.0\./.test(version);
if (!isThere) console.log(`skipped: this machine has no openssl 3.0 (${version.trim() || 'none'})`);

/** `openssl ciphers` takes a leading dash for an option; an empty token before it changes nothing. */
const real = (list: string): readonly string[] => {
  const { status, stdout } = spawnSync('openssl', ['ciphers', list.startsWith('-') ? `:${list}` : list], {
    encoding: 'utf8',
  });
  return status === 0
    ? stdout
        .trim()
        .split(':')
        .filter((name) => !/^TLS_|PSK|SRP/.test(name))
    : [];
};

const COMMANDS = ['@STRENGTH', '@SECLEVEL=0', '@SECLEVEL=2', '@SECLEVEL=9', '@NOSUCH', '@'];

describe.skipIf(!isThere && !process.env.CI)('the machine’s openssl 3.0', () => {
  test('makes the same of a thousand random lists', () => {
    fc.assert(
      fc.property(cipherStrings(COMMANDS), (text) => {
        expect(expand(text, '3.0').suites).toEqual(real(text));
      }),
      { numRuns: 1000 },
    );
  });

  test('makes the same of every keyword, alone, dropped, killed, moved and joined', () => {
    const lists = KEYWORDS_OF_ALL.flatMap((word) => [word, `ALL:-${word}:ALL`, `ALL:!${word}`, `ALL:+${word}`]);
    const joined = KEYWORDS_OF_ALL.map((word) => `AES+${word}:aNULL+${word}`);
    const ours = [...lists, ...joined].map((list) => [list, expand(list, '3.0').suites]);
    expect(ours).toEqual([...lists, ...joined].map((list) => [list, real(list)]));
  });

  test.each([
    'HIGH:MEDIUM',
    'HIGH:MEDIUM:-aNULL',
    'RC4-SHA:RC4-MD5:ALL:-aNULL:-EXPORT',
    'MEDIUM HIGH -SSLv2 -aNULL !RC4 @STRENGTH -EXPORT',
    'HIGH!aNULL',
    'HIGH-aNULL',
    'DEFAULTALL',
    'HIGH:DEFAULT',
    'SUITEB128:ALL',
    'SUITEB128C2',
    'HIGH+',
    '+',
    'HIGH/AES',
    'ALL:@SECLEVEL=',
    ':::',
    '',
  ])('makes the same of %j at security level 0', (text) => {
    expect(expand(`${text}:@SECLEVEL=0`, '3.0').suites).toEqual(real(`${text}:@SECLEVEL=0`));
    expect(expand(text, '3.0').suites).toEqual(real(text));
  });
});
