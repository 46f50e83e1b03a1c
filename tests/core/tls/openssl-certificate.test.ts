import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readCertificate } from '../../../main/core/tls';
import { skipWithoutBinary } from '../../support/binary';

const folder = mkdtempSync(join(tmpdir(), 'cpq-x509-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Made by openssl, read by Node's own OpenSSL: two judges that are not ours. */
const make = (name: string, subject: string, ...key: string[]): Buffer => {
  const file = join(folder, name);
  const common = [
    'req',
    '-x509',
    '-nodes',
    '-utf8',
    '-days',
    '9000',
    '-subj',
    subject,
    '-outform',
    'DER',
    '-out',
    file,
  ];
  execFileSync('openssl', [...common, '-keyout', '/dev/null', ...key], { stdio: 'pipe' });
  return readFileSync(file);
};
const keys: [string, string[], number, string][] = [
  ['rsa', ['-newkey', 'rsa:2048', '-sha1'], 2048, 'sha1WithRSAEncryption'],
  ['rsa-odd', ['-newkey', 'rsa:1031', '-sha512'], 1031, 'sha512WithRSAEncryption'],
  ['p384', ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1', '-sha256'], 384, 'ecdsa-with-SHA256'],
  ['ed25519', ['-newkey', 'ed25519'], 256, 'ED25519'],
];

describe.skipIf(skipWithoutBinary('openssl'))('a certificate', () => {
  it.each(keys)('with a key of %s says what OpenSSL says', (name, key, keyBits, signature) => {
    const der = make(
      name,
      '/C=CA/ST=Québec/O=Example, Inc./OU=a\\+b/CN=sma1.example.com/emailAddress=x@example.com',
      ...key,
    );
    const theirs = new X509Certificate(der);
    const subject = 'C=CA, ST=Québec, O=Example\\, Inc., OU=a\\+b, CN=sma1.example.com, emailAddress=x@example.com';
    expect(readCertificate(new Uint8Array(der))).toEqual({
      subject,
      issuer: subject,
      sha256: theirs.fingerprint256.replaceAll(':', '').toLowerCase(),
      notBefore: new Date(theirs.validFrom).toISOString().replace('.000', ''),
      notAfter: new Date(theirs.validTo).toISOString().replace('.000', ''),
      keyBits,
      signature,
    });
  });

  it('cut at any byte is none, and no bytes make the reader throw', () => {
    const der = new Uint8Array(make('cut', '/CN=sma1', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'));
    for (let end = 0; end < der.length; end += 1) expect(readCertificate(der.subarray(0, end))).toBeNull();
    fc.assert(
      fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
        const changed = Uint8Array.from(der);
        changed[at] = byte;
        readCertificate(changed);
      }),
      { numRuns: 2000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => void readCertificate(bytes)));
  });
});
