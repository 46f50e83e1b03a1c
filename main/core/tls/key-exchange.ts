import { block, Cursor, joined, number } from './bytes';
import type { KeyExchangeKind, Suite } from './suites';
import { atLeast, type TlsVersion } from './versions';

/** What a ServerKeyExchange says (RFC 5246 section 7.4.3, RFC 8422 section 5.4). */
export type KeyExchange =
  | { readonly kind: 'dh'; readonly bits: number; readonly scheme: number | null }
  | { readonly kind: 'ecdh'; readonly group: string; readonly scheme: number | null };

const groups: Readonly<Record<number, string>> = {
  19: 'secp192r1',
  21: 'secp224r1',
  22: 'secp256k1',
  23: 'secp256r1',
  24: 'secp384r1',
  25: 'secp521r1',
  26: 'brainpoolP256r1',
  27: 'brainpoolP384r1',
  28: 'brainpoolP512r1',
  29: 'x25519',
  30: 'x448',
};

const groupName = (code: number): string => groups[code] ?? `group ${code}`;

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

const readEcdh = (cursor: Cursor, suite: Suite, version: TlsVersion): KeyExchange => {
  const named = cursor.number(1) === 3;
  const group = named ? groupName(cursor.number(2)) : 'explicit curve';
  if (!named) return { kind: 'ecdh', group, scheme: null };
  cursor.block(1);
  return { kind: 'ecdh', group, scheme: scheme(cursor, suite, version) };
};

/** Group and signature scheme of the message; null where the suite has no such message or it is cut short. */
export const readKeyExchange = (body: Uint8Array, suite: Suite, version: TlsVersion): KeyExchange | null => {
  const cursor = new Cursor(body);
  const readers: Partial<Record<KeyExchangeKind, typeof readDh>> = { DH: readDh, ECDH: readEcdh };
  const found = readers[suite.keyExchange]?.(cursor, suite, version) ?? null;
  return cursor.ok ? found : null;
};

/** One line about it, for the record: `DH 2048 bits`, `ECDH secp256r1, signature scheme 0x0804`. */
export const keyExchangeText = (found: KeyExchange): string => {
  const group = found.kind === 'dh' ? `DH ${found.bits} bits` : `ECDH ${found.group}`;
  return found.scheme === null ? group : `${group}, signature scheme 0x${found.scheme.toString(16).padStart(4, '0')}`;
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
