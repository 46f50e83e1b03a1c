import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expand } from '../../main/core/ciphers';
import { BUILDS } from '../../main/core/ciphers/builds';

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

const KEYWORDS =
  'ALL COMPLEMENTOFALL COMPLEMENTOFDEFAULT DEFAULT HIGH MEDIUM LOW EXPORT EXP FIPS aNULL eNULL NULL ADH AECDH RSA ' +
  'kRSA aRSA aDSS DSS aECDSA ECDSA kEDH kDHE EDH DHE DH kEECDH kECDHE EECDH ECDHE ECDH AES AES128 AES256 AESGCM ' +
  'AESCCM AESCCM8 CAMELLIA CAMELLIA128 ARIA ARIA256 CHACHA20 CBC RC4 3DES DES SEED IDEA MD5 SHA SHA1 SHA256 SHA384 ' +
  'SSLv2 SSLv3 TLSv1 TLSv1.0 TLSv1.2 PSK SRP NOSUCH';

const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KEYWORDS.split(' ')) },
  { weight: 1, arbitrary: fc.constantFrom(...BUILDS['3.0'].suites.map((suite) => suite.name)) },
);
const rule = fc
  .tuple(fc.constantFrom('', '', '', '-', '!', '+'), fc.array(word, { minLength: 1, maxLength: 3 }))
  .map(([sign, words]) => sign + words.join('+'));
const token = fc.oneof(
  { weight: 6, arbitrary: rule },
  { weight: 1, arbitrary: fc.constantFrom('@STRENGTH', '@SECLEVEL=0', '@SECLEVEL=2', '@SECLEVEL=9', '@NOSUCH') },
);
const list = fc
  .tuple(fc.array(token, { minLength: 1, maxLength: 6 }), fc.constantFrom(':', ',', ' ', ';'))
  .map(([tokens, separator]) => tokens.join(separator));

describe.skipIf(!isThere && !process.env.CI)('the machine’s openssl 3.0', () => {
  test('makes the same of random lists', () => {
    fc.assert(
      fc.property(list, (text) => {
        expect(expand(text, '3.0').suites).toEqual(real(text));
      }),
      { numRuns: 400 },
    );
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
