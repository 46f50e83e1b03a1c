import { u16 } from './file/numbers';

/** The network packet inside a frame, or why there is none. */
export type Network =
  | { readonly kind: 'ip'; readonly bytes: Uint8Array }
  | { readonly kind: 'skipped'; readonly reason: 'not-ip' | 'cut' | 'link-type-unknown' };

const NOT_IP: Network = { kind: 'skipped', reason: 'not-ip' };
const CUT: Network = { kind: 'skipped', reason: 'cut' };
const UNKNOWN: Network = { kind: 'skipped', reason: 'link-type-unknown' };

const IPV4 = 0x0800;
const IPV6 = 0x86dd;
/** VLAN tags of 802.1Q and 802.1ad, and the older numbers that switches use for stacked ones. */
const TAGS = [0x8100, 0x88a8, 0x9100, 0x9200];
const MOST_TAGS = 8;

/** Where an EtherType stands: `at`; tags before it are stepped over. */
const fromEtherType = (frame: Uint8Array, at: number): Network => {
  for (let tags = 0; tags <= MOST_TAGS; tags += 1) {
    const start = at + 4 * tags;
    if (frame.length < start + 2) return CUT;
    const type = u16(frame, start);
    if (type === IPV4 || type === IPV6) return { kind: 'ip', bytes: frame.subarray(start + 2) };
    if (!TAGS.includes(type)) return NOT_IP;
  }
  return NOT_IP;
};

/** What comes after the link layer is told by its own version number, whatever the address family's number says. */
const byVersion = (frame: Uint8Array, at: number): Network => {
  const first = frame[at];
  if (first === undefined) return CUT;
  const version = first >> 4;
  return version === 4 || version === 6 ? { kind: 'ip', bytes: frame.subarray(at) } : NOT_IP;
};

type Reader = (frame: Uint8Array) => Network;
const ethernet: Reader = (frame) => fromEtherType(frame, 12);
const raw: Reader = (frame) => byVersion(frame, 0);
const loopback: Reader = (frame) => byVersion(frame, 4);

/**
 * Link types by their numbers in capture files (tcpdump.org, "Link-Layer Header Types"). BSD loopback names the address
 * family in the byte order of the machine that captured (0) or of the network (108); 24, 28 and 30 all mean IPv6.
 */
const readers: Readonly<Record<number, { readonly name: string; readonly read: Reader }>> = {
  0: { name: 'BSD loopback', read: loopback },
  1: { name: 'Ethernet', read: ethernet },
  12: { name: 'raw IP', read: raw },
  14: { name: 'raw IP', read: raw },
  101: { name: 'raw IP', read: raw },
  108: { name: 'OpenBSD loopback', read: loopback },
  113: { name: 'Linux cooked', read: (frame) => fromEtherType(frame, 14) },
  228: { name: 'raw IPv4', read: raw },
  229: { name: 'raw IPv6', read: raw },
  276: { name: 'Linux cooked v2', read: (frame) => (frame.length < 20 ? CUT : cookedV2(frame)) },
};

/** The protocol stands first; the header is 20 bytes, tags are not stripped from what follows. */
const cookedV2 = (frame: Uint8Array): Network => {
  const type = u16(frame, 0);
  if (type === IPV4 || type === IPV6) return { kind: 'ip', bytes: frame.subarray(20) };
  return TAGS.includes(type) ? fromEtherType(frame, 22) : NOT_IP;
};

export const linkTypeName = (linkType: number): string => readers[linkType]?.name ?? `link type ${linkType}`;
export const isKnownLinkType = (linkType: number): boolean => readers[linkType] !== undefined;

/** Takes the link layer off a frame. */
export const networkOf = (linkType: number | null, frame: Uint8Array): Network =>
  (linkType === null ? undefined : readers[linkType])?.read(frame) ?? UNKNOWN;
