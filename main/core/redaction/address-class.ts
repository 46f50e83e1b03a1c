import ipaddr from 'ipaddr.js';

/** `kept`: how many leading bits say what kind of address it is; they stay. Null: the address stays as it is. */
export type AddressClass = { readonly name: string; readonly kept: number } | null;

const V4: readonly (readonly [string, number, AddressClass])[] = [
  ['0.0.0.0', 8, null],
  ['10.0.0.0', 8, { name: 'private-10', kept: 8 }],
  ['100.64.0.0', 10, { name: 'shared', kept: 10 }],
  ['127.0.0.0', 8, null],
  ['169.254.0.0', 16, { name: 'link-local', kept: 16 }],
  ['172.16.0.0', 12, { name: 'private-172', kept: 12 }],
  ['192.0.0.0', 24, null],
  ['192.0.2.0', 24, null],
  ['192.168.0.0', 16, { name: 'private-192', kept: 16 }],
  ['198.18.0.0', 15, null],
  ['198.51.100.0', 24, null],
  ['203.0.113.0', 24, null],
  ['224.0.0.0', 3, null],
];

const V6: readonly (readonly [string, number, AddressClass])[] = [
  ['2001:db8::', 32, null],
  ['3fff::', 20, null],
  ['2000::', 3, { name: 'global', kept: 16 }],
  ['fc00::', 7, { name: 'unique-local', kept: 8 }],
  ['fe80::', 10, { name: 'link-local', kept: 64 }],
];

/**
 * The kind of an IPv4 address (RFC 6890). Documentation, loopback, multicast addresses and netmasks stay; a public one
 * keeps its first octet, which says no more than the registry that gave it out.
 */
export const classOf = (bytes: readonly number[]): AddressClass => {
  const table = bytes.length === 4 ? V4 : V6;
  const address = ipaddr.fromByteArray([...bytes]);
  for (const [range, length, found] of table) if (address.match(ipaddr.parse(range), length)) return found;
  return bytes.length === 4 ? { name: 'public', kept: 8 } : null;
};
