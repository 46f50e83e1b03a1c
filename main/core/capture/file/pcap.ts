import { type Cut, damaged, type FileState, LONGEST_RECORD } from './file-state';
import { type Order, u16, u32 } from './numbers';

/** Magic numbers: microseconds, nanoseconds, and Kuznetsov's form, whose record headers are eight bytes longer. */
const magics: Readonly<Record<number, { readonly perSecond: number; readonly recordHeader: number }>> = {
  2712847316: { perSecond: 1_000_000, recordHeader: 16 },
  2712812621: { perSecond: 1_000_000_000, recordHeader: 16 },
  2712849716: { perSecond: 1_000_000, recordHeader: 24 },
};

const orders: readonly Order[] = ['little', 'big'];

/** The byte order of a pcap file by its first four bytes; null: it is none. */
export const pcapOrder = (bytes: Uint8Array): Order | null =>
  orders.find((order) => magics[u32(bytes, 0, order)] !== undefined) ?? null;

const HEADER = 24;

/** The file header (libpcap's savefile format): magic, version, zone, snap length, link type in the low 16 bits. */
export const readPcapHeader = (state: FileState, bytes: Uint8Array, order: Order): Cut => {
  const magic = magics[u32(bytes, 0, order)];
  if (bytes.length < HEADER || magic === undefined) return { state, used: 0, frame: null };
  const { perSecond, recordHeader } = magic;
  const linkType = u32(bytes, 20, order) & 0xffff;
  const one = { linkType, snapLength: u32(bytes, 16, order), perSecond, offset: 0 };
  return {
    state: { ...state, format: 'pcap', order, recordHeader, interfaces: [one] },
    used: HEADER,
    frame: null,
  };
};

/** One record: seconds, parts of a second, captured and original length, then the frame. */
export const cutPcapRecord = (state: FileState, bytes: Uint8Array): Cut => {
  const { order, recordHeader } = state;
  if (bytes.length < recordHeader) return { state, used: 0, frame: null };
  const captured = u32(bytes, 8, order);
  if (captured > LONGEST_RECORD) return damaged(state);
  const end = recordHeader + captured;
  if (bytes.length < end) return { state, used: 0, frame: null };
  const [known] = state.interfaces;
  const parts = u32(bytes, 4, order) * (1_000_000 / (known?.perSecond ?? 1));
  const frame = {
    number: state.frames + 1,
    at: u32(bytes, 0, order) * 1_000_000 + Math.floor(parts),
    linkType: known?.linkType ?? null,
    bytes: bytes.subarray(recordHeader, end),
    length: Math.max(captured, u32(bytes, 12, order)),
  };
  return { state: { ...state, frames: frame.number }, used: end, frame };
};

/** The version that every pcap file of the last decades has. */
export const looksLikePcap = (bytes: Uint8Array): boolean => {
  const order = pcapOrder(bytes);
  return order !== null && (bytes.length < 8 || u16(bytes, 4, order) === 2);
};
