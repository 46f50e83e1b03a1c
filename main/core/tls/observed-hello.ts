import { EMPTY_RENEGOTIATION_INFO, type ReceivedHello, SERVER_NAME } from './client-hello';
import type { TlsSeen } from './observer-state';
import type { Sslv2Hello } from './sslv2-hello';
import { type Suite, suiteOfCode, unknownSuite } from './suites';
import { versionOfCode } from './versions';

/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV (RFC 5746) and TLS_FALLBACK_SCSV (RFC 7507) are signals, no suites. */
const SIGNALS = [EMPTY_RENEGOTIATION_INFO, 0x5600];

/** A version that no RFC knows is its code. */
export const codeText = (code: number): string => versionOfCode(code) ?? `0x${code.toString(16).padStart(4, '0')}`;
/** A suite that stands in no table is its code. */
export const suiteOf = (code: number): Suite => suiteOfCode(code) ?? unknownSuite(code);
const suitesOf = (codes: readonly number[]): Suite[] => codes.filter((code) => !SIGNALS.includes(code)).map(suiteOf);

const nameOf = (content: Uint8Array | undefined): string | null => {
  if (content === undefined || content.length < 6) return null;
  const name = content.subarray(5);
  return name.length <= 255 && name.every((byte) => byte > 0x20 && byte < 0x7f) ? String.fromCharCode(...name) : null;
};

/** The newest version offered; numbers that are made up to keep lists open (RFC 8701) are left out. */
const newest = (hello: ReceivedHello): number => {
  const known = hello.supportedVersions.filter((code) => versionOfCode(code) !== null);
  return known.length > 0 ? Math.max(...known) : hello.version;
};

/** What a ClientHello offers. */
export const clientHello = (hello: ReceivedHello): TlsSeen => ({
  kind: 'client-hello',
  form: 'tls',
  version: codeText(newest(hello)),
  suites: suitesOf(hello.suites),
  serverName: nameOf(hello.extensions.get(SERVER_NAME)),
});

/** Suites of SSLv2 itself have no number of two bytes and stand in no table. */
const specOf = (spec: number): Suite =>
  spec <= 0xffff ? suiteOf(spec) : { ...unknownSuite(spec), name: `0x${spec.toString(16).padStart(6, '0')}` };

/** What a ClientHello in the form of SSLv2 offers. */
export const oldHello = ({ version, specs }: Sslv2Hello): TlsSeen => ({
  kind: 'client-hello',
  form: 'sslv2',
  version: codeText(version),
  suites: specs.filter((spec) => !SIGNALS.includes(spec)).map(specOf),
  serverName: null,
});
