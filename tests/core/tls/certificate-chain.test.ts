import { describe, expect, it } from 'vitest';
import type { TlsCertificate } from '../../../main/core/model';
import { certificateFacts, chainOrderOf, readCertificate } from '../../../main/core/tls';

const named = (subject: string, issuer: string): TlsCertificate => ({
  subject,
  issuer,
  sha256: subject,
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2027-01-01T00:00:00Z',
  keyType: 'RSA',
  keyBits: 2048,
  signature: 'sha256WithRSAEncryption',
});
const leaf = named('CN=leaf', 'CN=middle');
const middle = named('CN=middle', 'CN=root');
const root = named('CN=root', 'CN=root');

describe('the order of a chain', () => {
  it.each([
    ['none', [], null],
    ['one that names another issuer', [leaf], 'single'],
    ['one that names itself', [root], 'self-signed'],
    ['each followed by its issuer', [leaf, middle, root], 'in-order'],
    ['without the root', [leaf, middle], 'in-order'],
    ['the issuers the wrong way round', [leaf, root, middle], 'out-of-order'],
    ['a stranger behind it', [leaf, root], 'out-of-order'],
  ] as const)('%s', (_, chain, order) => {
    expect(chainOrderOf(chain)).toBe(order);
  });
});

describe('why no certificate is seen', () => {
  const agreed = (protocol: string, anonymous = false) => ({ protocol, anonymous });
  it.each([
    ['nothing was agreed on', null, 'no-handshake'],
    ['the suite is anonymous', agreed('TLSv1.2', true), 'anonymous'],
    ['TLS 1.3 encrypts it', agreed('TLSv1.3'), 'tls-1.3'],
    ['the flight broke off', agreed('TLSv1.2'), 'cut-off'],
  ] as const)('%s', (_, negotiated, certificateUnseen) => {
    expect(certificateFacts([], negotiated)).toEqual({
      certificate: null,
      chain: [],
      chainOrder: null,
      certificateUnseen,
    });
  });

  it('what came is no certificate', () => {
    expect(certificateFacts([Uint8Array.of(1, 2, 3)], agreed('TLSv1.2')).certificateUnseen).toBe('unreadable');
  });
});

/** Hostile DER: each shape as large as a record layer lets through, and as large as is parsed at all. */
const SIZES = [64 * 1024, 16 * 1024 * 1024];
const SHAPES: [string, (size: number) => Uint8Array][] = [
  ['nested without end', (size) => new Uint8Array(size).fill(0x30).map((byte, at) => (at % 2 === 0 ? byte : 0x80))],
  ['a crowd of empty elements', (size) => new Uint8Array(size).map((_, at) => (at % 2 === 0 ? 0x05 : 0))],
  [
    'one long integer',
    (size) => new Uint8Array(size).fill(0xff).map((byte, at) => [0x02, 0x83, 0xff, 0xff][at] ?? byte),
  ],
  ['zeros', (size) => new Uint8Array(size)],
];
describe.each(SHAPES)('bytes that are %s', (_, shape) => {
  it.each(SIZES)('of %i are no certificate, at once', (size) => {
    const bytes = shape(size);
    const started = performance.now();
    expect(readCertificate(bytes)).toBeNull();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
