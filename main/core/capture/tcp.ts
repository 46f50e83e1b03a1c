import { u16, u32 } from './file/numbers';

export interface Segment {
  readonly sourcePort: number;
  readonly targetPort: number;
  readonly sequence: number;
  readonly acknowledged: number | null;
  readonly syn: boolean;
  readonly fin: boolean;
  readonly rst: boolean;
  readonly window: number;
  /** As far as it was captured. */
  readonly payload: Uint8Array;
  readonly length: number;
}

/** The ports of a segment, which stand first; null: not even they were captured. */
export const portsOf = (payload: Uint8Array): { readonly source: number; readonly target: number } | null =>
  payload.length < 4 ? null : { source: u16(payload, 0), target: u16(payload, 2) };

/** A TCP segment (RFC 9293 section 3.1); `length` is that of the whole IP payload on the wire. Null: cut or malformed. */
export const readSegment = (bytes: Uint8Array, length: number): Segment | null => {
  if (bytes.length < 20) return null;
  const header = ((bytes[12] ?? 0) >> 4) * 4;
  if (header < 20 || header > length) return null;
  const flags = bytes[13] ?? 0;
  return {
    sourcePort: u16(bytes, 0),
    targetPort: u16(bytes, 2),
    sequence: u32(bytes, 4),
    acknowledged: (flags & 0x10) === 0 ? null : u32(bytes, 8),
    syn: (flags & 0x02) !== 0,
    fin: (flags & 0x01) !== 0,
    rst: (flags & 0x04) !== 0,
    window: u16(bytes, 14),
    payload: bytes.subarray(header),
    length: length - header,
  };
};
