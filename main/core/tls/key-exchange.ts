import { block, Cursor, joined, number } from './bytes';
import { groupBits, groupName } from './groups';
import { schemeName } from './signature-schemes';
import type { KeyExchangeKind, Suite } from './suites';
import { atLeast, type TlsVersion } from './versions';

/**
 * What a ServerKeyExchange says (RFC 5246 section 7.4.3, RFC 8422 section 5.4), or the group that a HelloRetryRequest
 * asks for (RFC 8446 section 4.2.8). `rsa` is the temporary key of the export suites (RFC 2246 section 7.4.3).
 * `bits` is the size of the prime, the curve or the modulus; `scheme` is said from TLS 1.2 on, where it is signed.
 */
export type KeyExchange =
  | { readonly kind: 'dh' | 'rsa'; readonly bits: number; readonly scheme: number | null }
  | { readonly kind: 'ecdh'; readonly group: string; readonly bits: number | null; readonly scheme: number | null };

const bitsOf = (bytes: Uint8Array): number => {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - (Math.clz32(bytes[first] ?? 0) - 24);
};

const scheme = (cursor: Cursor, suite: Suite, version: TlsVersion): number | null =>
  suite.anonymous || !atLeast(version, 'TLSv1.2') ? null : cursor.number(2);

const readDh = (cursor: Cursor, suite: Suite, version: TlsVersion): KeyExchange => {
  const bits = bitsOf(cursor.block(2));
  cursor.block(2);
  cursor.block(2);
  return { kind: 'dh', bits, scheme: scheme(cursor, suite, version) };
};

const readRsa = (cursor: Cursor, suite: Suite, version: TlsVersion): KeyExchange => {
  const bits = bitsOf(cursor.block(2));
  cursor.block(2);
  return { kind: 'rsa', bits, scheme: scheme(cursor, suite, version) };
};

/** A named curve; one written out is only named as such (RFC 8422 section 5.4 forbids it). */
const readEcdh = (cursor: Cursor, suite: Suite, version: TlsVersion): KeyExchange => {
  if (cursor.number(1) !== 3) return { kind: 'ecdh', group: 'explicit curve', bits: null, scheme: null };
  const group = cursor.number(2);
  cursor.block(1);
  return { ...curve(group), scheme: scheme(cursor, suite, version) };
};

/** The exchange on a named group, nothing signed. */
export const curve = (group: number): KeyExchange => ({
  kind: 'ecdh',
  group: groupName(group),
  bits: groupBits(group),
  scheme: null,
});

type Reader = (cursor: Cursor, suite: Suite, version: TlsVersion) => KeyExchange;
const readers: Partial<Record<KeyExchangeKind, Reader>> = { DH: readDh, ECDH: readEcdh, RSA: readRsa };

/** Whether the message of this suite can be read: shared keys and passwords put something in front that nobody needs here. */
export const readsKeyExchange = (suite: Suite): boolean => readers[suite.keyExchange] !== undefined;

/** Group, size and signature scheme of the message; null where it cannot be read or is cut short. */
export const readKeyExchange = (body: Uint8Array, suite: Suite, version: TlsVersion): KeyExchange | null => {
  const cursor = new Cursor(body);
  const found = readers[suite.keyExchange]?.(cursor, suite, version) ?? null;
  return cursor.ok ? found : null;
};

/** One line about it, for the record: `DH 2048 bits`, `ECDH secp256r1, signed with rsa_pss_rsae_sha256`. */
export const keyExchangeText = (found: KeyExchange): string => {
  const group = found.kind === 'ecdh' ? `ECDH ${found.group}` : `${found.kind.toUpperCase()} ${found.bits} bits`;
  return found.scheme === null ? group : `${group}, signed with ${schemeName(found.scheme)}`;
};

/** Prime, generator and public value of a responder, as big-endian bytes made outside. */
export type DhShare = {
  readonly prime: Uint8Array;
  readonly generator: Uint8Array;
  readonly publicValue: Uint8Array;
};

/** A responder's public point (uncompressed) on a named curve. */
export type EcdhShare = { readonly group: number; readonly point: Uint8Array };

/** ServerDHParams (RFC 5246 section 7.4.3): with an anonymous suite this is the whole message. */
export const writeDh = (share: DhShare): Uint8Array =>
  joined(block(2, share.prime), block(2, share.generator), block(2, share.publicValue));

/** ServerECDHParams on a named curve (RFC 8422 section 5.4). */
export const writeEcdh = (share: EcdhShare): Uint8Array =>
  joined(number(1, 3), number(2, share.group), block(1, share.point));
