import { joined } from '../../tls/bytes';
import type { CapturedFrame } from '../frame';
import { type Cut, type FileState, type FileStep, type Format, newFile } from './file-state';
import { cutPcapRecord, looksLikePcap, pcapOrder, readPcapHeader } from './pcap';
import { cutBlock, looksLikePcapng } from './pcapng';

export { type FileState, type FileStep, type Format, newFile };

/** What the first bytes of a file say; null: no capture. Four bytes are enough, twelve are surer. */
export const captureFormat = (head: Uint8Array): Format | null => {
  if (head.length < 4) return null;
  if (looksLikePcapng(head)) return 'pcapng';
  return looksLikePcap(head) ? 'pcap' : null;
};

const begin = (state: FileState, bytes: Uint8Array): Cut => {
  if (bytes.length < 12) return { state, used: 0, frame: null };
  const format = captureFormat(bytes);
  if (format === null) return { state: { ...state, problem: { kind: 'no-capture', at: 0 } }, used: 0, frame: null };
  if (format === 'pcapng') return cutBlock({ ...state, format }, bytes);
  return readPcapHeader(state, bytes, pcapOrder(bytes) ?? 'little');
};

const cutOne = (state: FileState, bytes: Uint8Array): Cut => {
  if (state.format === null) return begin(state, bytes);
  return state.format === 'pcap' ? cutPcapRecord(state, bytes) : cutBlock(state, bytes);
};

/** Leaves out what nobody reads, as far as it has come. */
const skipped = (state: FileState, bytes: Uint8Array): { state: FileState; bytes: Uint8Array } => {
  const count = Math.min(state.skip, bytes.length);
  return {
    state: { ...state, skip: state.skip - count, offset: state.offset + count },
    bytes: bytes.subarray(count),
  };
};

/**
 * Feeds bytes of a pcap or pcapng file, of either byte order, with micro- or nanoseconds, and answers the frames that
 * became whole. After a `problem` it answers nothing more. Never throws; keeps at most one unfinished record (1 MiB).
 * Sources: libpcap's pcap-savefile(5), draft-ietf-opsawg-pcapng.
 */
export const stepFile = (before: FileState, fed: Uint8Array): FileStep => {
  if (before.problem !== null) return { state: before, frames: [] };
  const frames: CapturedFrame[] = [];
  // Whoever reads files hands in its buffer, whose `slice` makes no copy, and fills it again.
  const plain = new Uint8Array(fed.buffer, fed.byteOffset, fed.length);
  let state = before;
  let bytes = before.rest.length === 0 ? plain : joined(before.rest, plain);
  for (;;) {
    if (state.skip > 0) ({ state, bytes } = skipped(state, bytes));
    const cut = cutOne(state, bytes);
    if (cut.frame !== null) frames.push(cut.frame);
    state = cut.used === 0 ? cut.state : { ...cut.state, offset: cut.state.offset + cut.used };
    bytes = bytes.subarray(cut.used);
    const goesOn = cut.used > 0 || (state.skip > 0 && bytes.length > 0);
    if (!goesOn || state.problem !== null) return { state: { ...state, rest: bytes.slice() }, frames };
  }
};

/** Whether the file broke off inside a record; a file of fewer bytes than any header is no capture. */
export const isTruncated = (state: FileState): boolean =>
  state.problem === null && state.format !== null && (state.rest.length > 0 || state.skip > 0);
