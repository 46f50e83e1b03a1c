import { textOf } from '../../tls/bytes';
import type { CapturedFrame } from '../frame';
import { type Cut, damaged, type FileState, type Interface, LONGEST_RECORD } from './file-state';
import { type Order, u16, u32 } from './numbers';

/** Block types (draft-ietf-opsawg-pcapng, section 4). The section header's number reads the same in both byte orders. */
export const SECTION_HEADER = 0x0a0d0d0a;
const INTERFACE = 1;
const OLD_PACKET = 2;
const SIMPLE_PACKET = 3;
const ENHANCED_PACKET = 6;
const READ = [SECTION_HEADER, INTERFACE, OLD_PACKET, SIMPLE_PACKET, ENHANCED_PACKET];
const BYTE_ORDER = 0x1a2b3c4d;

const MOST_INTERFACES = 1024;

/** Options after the fixed part of a block: code, length, value padded to four bytes. */
const optionsOf = (body: Uint8Array, from: number, order: Order): Map<number, Uint8Array> => {
  const found = new Map<number, Uint8Array>();
  let at = from;
  while (at + 4 <= body.length) {
    const [code, length] = [u16(body, at, order), u16(body, at + 2, order)];
    if (code === 0) break;
    if (!found.has(code)) found.set(code, body.subarray(at + 4, at + 4 + length));
    at += 4 + Math.ceil(length / 4) * 4;
  }
  return found;
};

/** if_tsresol: a power of ten, or of two where the highest bit is set; microseconds where it is absent. */
const unitsOf = (resolution: number | undefined): number => {
  if (resolution === undefined) return 1_000_000;
  return (resolution & 0x80) === 0 ? 10 ** resolution : 2 ** (resolution & 0x7f);
};

const printable = (bytes: Uint8Array | undefined): string | null =>
  bytes === undefined || bytes.length === 0 ? null : textOf(bytes.subarray(0, 200)).replace(/[^\x20-\x7e]/g, '?');

const readInterface = (body: Uint8Array, order: Order): Interface => {
  const options = optionsOf(body, 8, order);
  const offset = options.get(14);
  return {
    linkType: u16(body, 0, order),
    snapLength: u32(body, 4, order),
    perSecond: unitsOf(options.get(9)?.[0]),
    // A 64-bit count of seconds; the high half is zero or minus one for a century to come.
    offset: offset === undefined ? 0 : u32(offset, order === 'little' ? 0 : 4, order) | 0,
  };
};

const timeOf = (high: number, low: number, one: Interface | undefined): number | null => {
  if (one === undefined) return null;
  const units = high * 4_294_967_296 + low;
  const at = Math.floor((units / one.perSecond + one.offset) * 1_000_000);
  if (one.perSecond !== 1_000_000 || one.offset !== 0) return Number.isSafeInteger(at) ? at : null;
  return Number.isSafeInteger(units) ? units : null;
};

const frameOf = (state: FileState, type: number, body: Uint8Array): CapturedFrame => {
  const { order, interfaces } = state;
  const number = state.frames + 1;
  if (type === SIMPLE_PACKET) {
    const [one] = interfaces;
    const length = u32(body, 0, order);
    const limit = one?.snapLength === 0 ? length : Math.min(length, one?.snapLength ?? length);
    return { number, at: null, linkType: one?.linkType ?? null, bytes: body.subarray(4, 4 + limit), length };
  }
  const one = interfaces[type === OLD_PACKET ? u16(body, 0, order) : u32(body, 0, order)];
  const bytes = body.subarray(20, 20 + u32(body, 12, order));
  const at = timeOf(u32(body, 4, order), u32(body, 8, order), one);
  return { number, at, linkType: one?.linkType ?? null, bytes, length: Math.max(bytes.length, u32(body, 16, order)) };
};

/** A new section forgets the interfaces of the one before, and may have the other byte order. */
const onSection = (state: FileState, body: Uint8Array): FileState => {
  const options = optionsOf(body, 16, state.order);
  const said = [printable(options.get(4)), printable(options.get(3)), printable(options.get(2))];
  const madeBy = said.filter((one) => one !== null).join(', ');
  return { ...state, format: 'pcapng', interfaces: [], madeBy: state.madeBy ?? (madeBy === '' ? null : madeBy) };
};

const onBlock = (state: FileState, type: number, body: Uint8Array): Omit<Cut, 'used'> => {
  if (type === SECTION_HEADER) return { state: onSection(state, body), frame: null };
  if (type === INTERFACE && state.interfaces.length < MOST_INTERFACES)
    return { state: { ...state, interfaces: [...state.interfaces, readInterface(body, state.order)] }, frame: null };
  if (type === INTERFACE) return { state, frame: null };
  const frame = frameOf(state, type, body);
  return { state: { ...state, frames: frame.number }, frame };
};

/** The byte order of the section that begins here; null: the mark is none. */
const sectionOrder = (bytes: Uint8Array): Order | null => {
  if (u32(bytes, 8, 'little') === BYTE_ORDER) return 'little';
  return u32(bytes, 8, 'big') === BYTE_ORDER ? 'big' : null;
};

/** One block: type, length, body, length again. Blocks that nobody reads are skipped without being kept. */
export const cutBlock = (before: FileState, bytes: Uint8Array): Cut => {
  if (bytes.length < 12) return { state: before, used: 0, frame: null };
  const begins = u32(bytes, 0) === SECTION_HEADER;
  const order = begins ? sectionOrder(bytes) : before.order;
  if (order === null) return damaged(before);
  const state = { ...before, order };
  const [type, length] = [u32(bytes, 0, order), u32(bytes, 4, order)];
  if (length < 12 || length % 4 !== 0) return damaged(before);
  if (!READ.includes(type)) return { state: { ...state, skip: length }, used: 0, frame: null };
  if (length > LONGEST_RECORD) return damaged(before);
  if (bytes.length < length) return { state: before, used: 0, frame: null };
  return { ...onBlock(state, type, bytes.subarray(8, length - 4)), used: length };
};

export const looksLikePcapng = (bytes: Uint8Array): boolean =>
  u32(bytes, 0) === SECTION_HEADER && (bytes.length < 12 || sectionOrder(bytes) !== null);
