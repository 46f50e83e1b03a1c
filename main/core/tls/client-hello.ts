import { block, bytesOf, Cursor, joined, number, pairs, twoBytesEach } from './bytes';
import { CLIENT_HELLO, writeMessage } from './messages';
import { HANDSHAKE, writeRecords } from './records';
import type { Suite } from './suites';
import { atLeast, type TlsVersion, versionCode } from './versions';

/** Extensions used here (IANA "TLS ExtensionType Values"). */
export const SERVER_NAME = 0;
export const SUPPORTED_GROUPS = 10;
export const EC_POINT_FORMATS = 11;
export const SIGNATURE_ALGORITHMS = 13;
export const EXTENDED_MASTER_SECRET = 23;
export const SUPPORTED_VERSIONS = 43;
export const KEY_SHARE = 51;
export const RENEGOTIATION_INFO = 0xff01;

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746 section 3.3): says the same as the extension, SSLv3 peers included. */
export const EMPTY_RENEGOTIATION_INFO = 0x00ff;

/**
 * x25519, P-256, P-384, P-521, x448, secp256k1, P-224, P-192, brainpool P256, P384, P512 (IANA "TLS Supported
 * Groups"). No ffdhe group: naming one lets a responder refuse every other DH group (RFC 7919 section 4).
 */
const groups = [0x001d, 0x0017, 0x0018, 0x0019, 0x001e, 0x0016, 0x0015, 0x0013, 0x001a, 0x001b, 0x001c];

/** ECDSA, Ed25519, Ed448, RSA-PSS, RSA PKCS#1 and DSA with SHA-2, SHA-1 last (IANA "TLS SignatureScheme"). */
const schemes = [
  0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601,
  0x0303, 0x0301, 0x0402, 0x0502, 0x0602, 0x0302, 0x0203, 0x0201, 0x0202,
];

export type Hello = {
  /** The newest version that is offered. */
  readonly version: TlsVersion;
  /** In the initiator's order. */
  readonly suites: readonly Suite[];
  /** 32 bytes of chance, handed in: the core has none. */
  readonly random: Uint8Array;
  /** Server name indication; off unless asked for, because nothing says that AsyncOS sends one on this connection. */
  readonly serverName?: string;
};

const extension = (type: number, ...content: readonly Uint8Array[]): Uint8Array =>
  joined(number(2, type), block(2, ...content));

const nameExtension = (name: string): Uint8Array =>
  extension(SERVER_NAME, block(2, number(1, 0), block(2, bytesOf(name))));

/** An empty key share makes a TLS 1.3 responder name suite and group in a HelloRetryRequest (RFC 8446 section 4.2.8). */
const onlyTls13 = (): Uint8Array =>
  joined(extension(SUPPORTED_VERSIONS, block(1, number(2, versionCode('TLSv1.3')))), extension(KEY_SHARE, block(2)));

const extensions = (hello: Hello): Uint8Array => {
  if (hello.version === 'SSLv3') return new Uint8Array(0);
  return block(
    2,
    ...(hello.serverName === undefined ? [] : [nameExtension(hello.serverName)]),
    extension(EC_POINT_FORMATS, block(1, number(1, 0))),
    extension(SUPPORTED_GROUPS, block(2, twoBytesEach(groups))),
    extension(EXTENDED_MASTER_SECRET),
    ...(atLeast(hello.version, 'TLSv1.2') ? [extension(SIGNATURE_ALGORITHMS, block(2, twoBytesEach(schemes)))] : []),
    ...(hello.version === 'TLSv1.3' ? [onlyTls13()] : []),
  );
};

/** The version of the record and of the body never says 1.3 (RFC 8446 section 4.1.2). */
const bodyVersion = (version: TlsVersion): number => versionCode(version === 'TLSv1.3' ? 'TLSv1.2' : version);

/**
 * The ClientHello as one record: suites exactly in the order given, then the renegotiation signal.
 * TLS 1.3 is offered alone, with an empty key share. Source: RFC 5246 section 7.4.1.2, RFC 8446 section 4.1.2.
 */
export const writeClientHello = (hello: Hello): Uint8Array => {
  const codes = [...hello.suites.map((suite) => suite.code), EMPTY_RENEGOTIATION_INFO];
  const body = joined(
    number(2, bodyVersion(hello.version)),
    hello.random,
    block(1),
    block(2, twoBytesEach(codes)),
    block(1, number(1, 0)),
    extensions(hello),
  );
  const recordVersion = versionCode(hello.version === 'SSLv3' ? 'SSLv3' : 'TLSv1');
  return writeRecords(HANDSHAKE, recordVersion, writeMessage(CLIENT_HELLO, body));
};

export type ReceivedHello = {
  readonly version: number;
  readonly random: Uint8Array;
  readonly sessionId: Uint8Array;
  readonly suites: readonly number[];
  /** Codes of supported_versions; empty where the extension is absent. */
  readonly supportedVersions: readonly number[];
  readonly groups: readonly number[];
  readonly signatureSchemes: readonly number[];
  readonly extensions: ReadonlyMap<number, Uint8Array>;
};

/** Extension type to content; null where a length does not fit. */
export const readExtensions = (bytes: Uint8Array): Map<number, Uint8Array> | null => {
  const found = new Map<number, Uint8Array>();
  const cursor = new Cursor(bytes);
  while (cursor.ok && cursor.left > 0) {
    const type = cursor.number(2);
    found.set(type, cursor.block(2));
  }
  return cursor.ok ? found : null;
};

const list = (content: Uint8Array | undefined, width: 1 | 2): number[] =>
  content ? pairs(new Cursor(content).block(width)) : [];

/** The body of a ClientHello as a responder reads it; null where it is cut short or a length does not fit. */
export const readClientHello = (body: Uint8Array): ReceivedHello | null => {
  const cursor = new Cursor(body);
  const version = cursor.number(2);
  const random = cursor.take(32);
  const sessionId = cursor.block(1);
  const suites = pairs(cursor.block(2));
  cursor.block(1);
  const found = readExtensions(cursor.left > 0 ? cursor.block(2) : new Uint8Array(0));
  if (!cursor.ok || found === null) return null;
  return {
    version,
    random,
    sessionId,
    suites,
    supportedVersions: list(found.get(SUPPORTED_VERSIONS), 1),
    groups: list(found.get(SUPPORTED_GROUPS), 2),
    signatureSchemes: list(found.get(SIGNATURE_ALGORITHMS), 2),
    extensions: found,
  };
};
