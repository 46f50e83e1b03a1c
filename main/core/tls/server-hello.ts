import { block, Cursor, joined, number, pairs, sameBytes } from './bytes';
import { KEY_SHARE, readExtensions, SUPPORTED_VERSIONS } from './client-hello';
import { type TlsVersion, versionCode, versionOfCode } from './versions';

/** The random of a ServerHello that is a HelloRetryRequest: SHA-256 of that word (RFC 8446 section 4.1.3). */
const RETRY = Uint8Array.of(
  ...[0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8, 0x91],
  ...[0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8, 0x33, 0x9c],
);

export type ServerHello = {
  /** Null: a version number that no RFC knows. */
  readonly version: TlsVersion | null;
  readonly versionCode: number;
  readonly suite: number;
  readonly helloRetryRequest: boolean;
  /** The group of the key share, or the one that a HelloRetryRequest asks for (RFC 8446 section 4.2.8). */
  readonly group: number | null;
};

/** The body of a ServerHello; null where it is cut short. Source: RFC 5246 section 7.4.1.3, RFC 8446 section 4.1.3. */
export const readServerHello = (body: Uint8Array): ServerHello | null => {
  const cursor = new Cursor(body);
  const legacy = cursor.number(2);
  const random = cursor.take(32);
  cursor.block(1);
  const suite = cursor.number(2);
  cursor.number(1);
  const extensions = readExtensions(cursor.left > 0 ? cursor.block(2) : new Uint8Array(0));
  if (!cursor.ok || extensions === null) return null;
  const code = pairs(extensions.get(SUPPORTED_VERSIONS) ?? new Uint8Array(0))[0] ?? legacy;
  const group = pairs(extensions.get(KEY_SHARE) ?? new Uint8Array(0))[0] ?? null;
  return { version: versionOfCode(code), versionCode: code, suite, helloRetryRequest: sameBytes(random, RETRY), group };
};

/** The body of a ServerHello up to TLS 1.2, without a session to resume; `extensions` are type and content. */
export const writeServerHello = (
  version: TlsVersion,
  random: Uint8Array,
  suite: number,
  extensions: readonly (readonly [number, Uint8Array])[],
): Uint8Array =>
  joined(
    number(2, versionCode(version)),
    random,
    block(1),
    number(2, suite),
    number(1, 0),
    extensions.length === 0
      ? new Uint8Array(0)
      : block(2, ...extensions.map(([type, content]) => joined(number(2, type), block(2, content)))),
  );
