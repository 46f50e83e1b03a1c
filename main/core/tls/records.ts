import { block, joined, number } from './bytes';

/** The record layer in the clear (RFC 5246 section 6.2). */
export const CHANGE_CIPHER_SPEC = 20;
export const ALERT = 21;
export const HANDSHAKE = 22;

/** 2^14 bytes, and 2048 more that a protected record may take (RFC 5246 section 6.2.3). */
export const LONGEST_RECORD = 16_384 + 2048;

export type TlsRecord = {
  readonly type: number;
  readonly version: number;
  readonly content: Uint8Array;
  readonly raw: Uint8Array;
};

export type Split = {
  readonly records: readonly TlsRecord[];
  /** What came of a record that is not whole yet. */
  readonly rest: Uint8Array;
  readonly problem: 'not-tls' | 'record-too-long' | null;
};

const headerProblem = (bytes: Uint8Array): Split['problem'] => {
  const [type, major] = bytes;
  if (type !== undefined && (type < CHANGE_CIPHER_SPEC || type > 24)) return 'not-tls';
  if (major !== undefined && major !== 3) return 'not-tls';
  const length = ((bytes[3] ?? 0) << 8) | (bytes[4] ?? 0);
  return length > LONGEST_RECORD ? 'record-too-long' : null;
};

/** Cuts whole records off the front of the bytes; a wrong header is a problem, a short one waits. Never throws. */
export const splitRecords = (bytes: Uint8Array): Split => {
  const records: TlsRecord[] = [];
  let rest = bytes;
  for (;;) {
    const problem = headerProblem(rest);
    if (problem) return { records, rest, problem };
    const end = 5 + (((rest[3] ?? 0) << 8) | (rest[4] ?? 0));
    if (rest.length < 5 || rest.length < end) return { records, rest, problem: null };
    const raw = rest.subarray(0, end);
    records.push({ type: raw[0] ?? 0, version: ((raw[1] ?? 0) << 8) | (raw[2] ?? 0), content: raw.subarray(5), raw });
    rest = rest.subarray(end);
  }
};

/** The content as one record, or as several where it is longer than one may be. */
export const writeRecords = (type: number, version: number, content: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += 16_384)
    parts.push(number(1, type), number(2, version), block(2, content.subarray(at, at + 16_384)));
  return joined(...parts);
};

/** An alert of one record: level 2 is fatal, 1 a warning (RFC 5246 section 7.2). */
export const writeAlert = (version: number, level: 1 | 2, code: number): Uint8Array =>
  writeRecords(ALERT, version, Uint8Array.of(level, code));
