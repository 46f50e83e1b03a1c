import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { TlsCertificate } from '../../../main/core/model';
import { readCertificate } from '../../../main/core/tls';
import { skipWithoutBinary } from '../../support/binary';

const folder = mkdtempSync(join(tmpdir(), 'cpq-x509-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const openssl = (...args: string[]): string => execFileSync('openssl', args, { encoding: 'utf8', stdio: 'pipe' });

/** Made by openssl, as DER. */
const make = (name: string, subject: string, ...key: string[]): string => {
  const file = join(folder, name);
  const made = ['-subj', subject, '-outform', 'DER', '-out', file, '-keyout', '/dev/null'];
  openssl('req', '-x509', '-nodes', '-utf8', '-multivalue-rdn', '-days', '9000', ...made, ...key);
  return file;
};

const KINDS: Readonly<Record<string, string>> = { rsaEncryption: 'RSA', 'id-ecPublicKey': 'EC', dsaEncryption: 'DSA' };

/** What `openssl x509` prints of it, in the words of the report. */
const saidByOpenssl = (file: string): TlsCertificate => {
  const nameOptions = 'esc_2253,esc_ctrl,utf8,sname,sep_comma_plus_space';
  const print = ['-noout', '-subject', '-issuer', '-dates', '-fingerprint', '-sha256', '-text'];
  const text = openssl(
    'x509',
    '-inform',
    'DER',
    '-in',
    file,
    ...print,
    '-nameopt',
    nameOptions,
    '-dateopt',
    'iso_8601',
  );
  const said = (label: RegExp): string => new RegExp(`^ *${label.source} ?(.*)$`, 'm').exec(text)?.[1] ?? '';
  const kind = said(/Public Key Algorithm:/);
  const bits = /Public-Key: \((\d+) bit/.exec(text)?.[1];
  return {
    subject: said(/subject=/),
    issuer: said(/issuer=/),
    sha256: said(/sha256 Fingerprint=/)
      .replaceAll(':', '')
      .toLowerCase(),
    notBefore: said(/notBefore=/).replace(' ', 'T'),
    notAfter: said(/notAfter=/).replace(' ', 'T'),
    keyType: KINDS[kind] ?? kind,
    keyBits: bits === undefined ? ({ ED25519: 256, ED448: 456 }[kind] ?? null) : Number(bits),
    signature: said(/Signature Algorithm:/),
  };
};

const PLAIN = '/C=CA/ST=Québec/O=Example, Inc./OU=a\\+b/CN=sma1.example.com/emailAddress=x@example.com';
const made: [string, string, string[]][] = [
  ['RSA', PLAIN, ['-newkey', 'rsa:2048', '-sha1']],
  ['RSA of an odd size', PLAIN, ['-newkey', 'rsa:1031', '-sha512']],
  ['P-256', PLAIN, ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']],
  ['P-384', PLAIN, ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:secp384r1', '-sha256']],
  ['Ed25519', PLAIN, ['-newkey', 'ed25519']],
  ['Ed448', PLAIN, ['-newkey', 'ed448']],
  ['a set of two names', '/O=Example+OU=Mail/CN=sma1', ['-newkey', 'ed25519']],
  ['characters that have to be escaped', '/O= a;b<c>"d"=e\\\\f /CN=#1', ['-newkey', 'ed25519']],
  ['no name at all', '/', ['-newkey', 'ed25519']],
  ['a name in another script', '/CN=例え.example/O=Пример', ['-newkey', 'ed25519']],
];

describe.skipIf(skipWithoutBinary('openssl'))('a certificate', () => {
  it.each(made)('with %s says what `openssl x509` says', (name, subject, key) => {
    const file = make(name.replace(/\W/g, '-'), subject, ...key);
    expect(readCertificate(new Uint8Array(readFileSync(file)))).toEqual(saidByOpenssl(file));
  });

  it('with a DSA key says its kind, not its size', () => {
    const parameters = join(folder, 'dsa-parameters');
    openssl('genpkey', '-genparam', '-algorithm', 'DSA', '-pkeyopt', 'pbits:1024', '-out', parameters);
    const file = make('dsa', '/CN=dsa', '-newkey', `dsa:${parameters}`, '-sha256');
    expect(readCertificate(new Uint8Array(readFileSync(file)))).toEqual({ ...saidByOpenssl(file), keyBits: null });
  });

  it('cut at any byte is none, and no bytes make the reader throw', () => {
    const file = make('cut', '/CN=sma1', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1');
    const der = new Uint8Array(readFileSync(file));
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
