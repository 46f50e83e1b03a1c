import { Cursor } from './bytes';

export type Sslv2Hello = { readonly version: number; readonly specs: readonly number[] };

/** Whether bytes begin with a ClientHello in the form of SSLv2: a two-byte length with its high bit set, then type 1. */
export const beginsSslv2 = (bytes: Uint8Array): boolean => ((bytes[0] ?? 0) & 0x80) !== 0 && bytes[2] === 1;

/** How long the whole record is, its two bytes of length included. */
export const sslv2Length = (bytes: Uint8Array): number => 2 + ((((bytes[0] ?? 0) & 0x7f) << 8) | (bytes[1] ?? 0));

/**
 * A ClientHello in the form of SSLv2, which OpenSSL 0.9.8 to 1.0.2 may use to offer newer versions (RFC 5246 appendix
 * E.2). `specs` are three-byte numbers: a suite of SSLv3 and newer has a zero in front. Null: cut short or malformed.
 */
export const readSslv2Hello = (record: Uint8Array): Sslv2Hello | null => {
  const cursor = new Cursor(record.subarray(3));
  const version = cursor.number(2);
  const [length, session, challenge] = [cursor.number(2), cursor.number(2), cursor.number(2)];
  const specs = new Cursor(cursor.take(length));
  cursor.take(session + challenge);
  if (!cursor.ok || length % 3 !== 0) return null;
  return { version, specs: Array.from({ length: length / 3 }, () => specs.number(3)) };
};
