import { u16 } from './file/numbers';

export interface IpPacket {
  readonly version: 4 | 6;
  readonly protocol: number;
  /** 4 or 16 bytes. */
  readonly source: Uint8Array;
  readonly target: Uint8Array;
  readonly ttl: number;
  /** As far as it was captured. */
  readonly payload: Uint8Array;
  /** As long as the packet says it is. */
  readonly payloadLength: number;
  /** A first fragment still begins with the ports; of later ones nothing can be said. */
  readonly fragment: 'none' | 'first' | 'later';
}

const fragmentOf = (offset: number, more: boolean): IpPacket['fragment'] => {
  if (offset > 0) return 'later';
  return more ? 'first' : 'none';
};

/** RFC 791. A total length of 0 is written by network cards that cut the packet up themselves: then the frame's counts. */
const readIpv4 = (bytes: Uint8Array, onWire: number): IpPacket | null => {
  const header = ((bytes[0] ?? 0) & 0x0f) * 4;
  if (header < 20 || bytes.length < header) return null;
  const said = u16(bytes, 2);
  const total = said === 0 ? onWire : said;
  if (total < header) return null;
  const flags = u16(bytes, 6);
  return {
    version: 4,
    protocol: bytes[9] ?? 0,
    source: bytes.subarray(12, 16),
    target: bytes.subarray(16, 20),
    ttl: bytes[8] ?? 0,
    payload: bytes.subarray(header, total),
    payloadLength: total - header,
    fragment: fragmentOf(flags & 0x1fff, (flags & 0x2000) !== 0),
  };
};

const FRAGMENT = 44;
const AUTHENTICATION = 51;
/** Hop-by-hop, routing, destination options, mobility, HIP, shim6 (RFC 8200 section 4, IANA). */
const EXTENSIONS = [0, 43, 60, 135, 139, 140, FRAGMENT, AUTHENTICATION];
const MOST_EXTENSIONS = 16;

const extensionLength = (type: number, count: number): number => {
  if (type === FRAGMENT) return 8;
  return type === AUTHENTICATION ? (count + 2) * 4 : (count + 1) * 8;
};

/** RFC 8200: the fixed header, then extension headers until the transport. */
const readIpv6 = (bytes: Uint8Array, onWire: number): IpPacket | null => {
  if (bytes.length < 40) return null;
  const said = u16(bytes, 4);
  const end = 40 + (said === 0 ? Math.max(0, onWire - 40) : said);
  let protocol = bytes[6] ?? 59;
  let fragment: IpPacket['fragment'] = 'none';
  let at = 40;
  for (let count = 0; EXTENSIONS.includes(protocol); count += 1) {
    if (count === MOST_EXTENSIONS || bytes.length < at + 8) return null;
    if (protocol === FRAGMENT) fragment = fragmentOf(u16(bytes, at + 2) >> 3, ((bytes[at + 3] ?? 0) & 1) !== 0);
    const length = extensionLength(protocol, bytes[at + 1] ?? 0);
    protocol = bytes[at] ?? 59;
    at += length;
    if (fragment === 'later') break;
  }
  if (at > end || at > bytes.length) return null;
  return {
    version: 6,
    protocol,
    source: bytes.subarray(8, 24),
    target: bytes.subarray(24, 40),
    ttl: bytes[7] ?? 0,
    payload: bytes.subarray(at, end),
    payloadLength: end - at,
    fragment,
  };
};

/** An IP packet of either version; `onWire` is its length before the frame was cut. Null: malformed or cut too short. */
export const readIp = (bytes: Uint8Array, onWire: number): IpPacket | null => {
  const version = (bytes[0] ?? 0) >> 4;
  if (version === 4) return readIpv4(bytes, onWire);
  return version === 6 ? readIpv6(bytes, onWire) : null;
};

const groupsOf = (address: Uint8Array): number[] => Array.from({ length: 8 }, (_, at) => u16(address, 2 * at));

/** The longest run of two or more zero groups, the first of equals (RFC 5952 section 4.2). */
const longestZeros = (groups: readonly number[]): { at: number; length: number } => {
  let best = { at: -1, length: 1 };
  for (let at = 0; at < groups.length; at += 1) {
    let length = 0;
    while (groups[at + length] === 0) length += 1;
    if (length > best.length) best = { at, length };
  }
  return best;
};

const ipv6Text = (address: Uint8Array): string => {
  const groups = groupsOf(address);
  const { at, length } = longestZeros(groups);
  const text = (from: readonly number[]): string => from.map((one) => one.toString(16)).join(':');
  return at < 0 ? text(groups) : `${text(groups.slice(0, at))}::${text(groups.slice(at + length))}`;
};

/** The text form of an address: dotted, or as RFC 5952 says; an IPv4 address inside IPv6 as the IPv4 address it is. */
export const addressText = (address: Uint8Array): string => {
  if (address.length === 4) return address.join('.');
  const mapped = address.subarray(0, 10).every((one) => one === 0) && u16(address, 10) === 0xffff;
  return mapped ? address.subarray(12).join('.') : ipv6Text(address);
};
