import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import ipaddr from 'ipaddr.js';
import { classOf } from './address-class';

const bitOf = (bytes: readonly number[], at: number): number => ((bytes[at >> 3] ?? 0) >> (7 - (at & 7))) & 1;

/** One keyed bit for everything in front of bit `at`: the idea of Crypto-PAn (Xu et al. 2002), on SHA-256. */
const flip = (key: string, bytes: readonly number[], at: number): number => {
  const prefix = Array.from({ length: at }, (_, index) => bitOf(bytes, index)).join('');
  return (sha256(utf8ToBytes(`${key}\0${bytes.length}\0${prefix}`))[0] ?? 0) & 1;
};

const permuted = (key: string, bytes: readonly number[], kept: number): number[] => {
  const result = [...bytes];
  for (let at = kept; at < bytes.length * 8; at += 1)
    if (flip(key, bytes, at) === 1) result[at >> 3] = (result[at >> 3] ?? 0) ^ (1 << (7 - (at & 7)));
  return result;
};

/**
 * The pseudonym of an address: of the same class, sharing as many leading bits with another pseudonym as the two
 * originals share, and of no other address. Null for an address that stays (documentation, loopback, multicast, masks).
 */
export const pseudonymOfAddress = (key: string, address: string): string | null => {
  const parsed = ipaddr.parse(address);
  if (parsed.kind() === 'ipv6' && parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress()) {
    const inner = pseudonymOfAddress(key, parsed.toIPv4Address().toString());
    return inner === null ? null : `::ffff:${inner}`;
  }
  const bytes = parsed.toByteArray();
  const found = classOf(bytes);
  if (found === null) return null;
  // Walks on inside the permutation where a public range would end in a special one; stays injective.
  let result = permuted(key, bytes, found.kept);
  while (classOf(result)?.name !== found.name) result = permuted(key, result, found.kept);
  return ipaddr.fromByteArray(result).toString();
};

const V4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g;
const V6 = /(?<![\p{L}\p{N}:.])(?:[0-9a-f]{0,4}:){2,7}(?:[0-9a-f]{1,4}|(?:\d{1,3}\.){3}\d{1,3})?(?![\p{L}\p{N}:])/giu;

const VERSION = /(?:version:?|openssl|asyncos|v) ?$/i;

/** `00:50:56:aa:bb:cc:dd:ee` and `12:34` are dumps and times. */
const isRealV6 = (text: string): boolean => {
  if (!ipaddr.IPv6.isValid(text) || /^(?:[0-9a-f]{2}:){7}[0-9a-f]{2}$/i.test(text)) return false;
  const groups = text.split(':').filter((group) => group !== '');
  return groups.length >= 3 || /^f[cde].*[^:]$/i.test(text) || /^2[0-9a-f]{3}:/i.test(text);
};

/** The addresses in a text, as they are written there; a version of four numbers is none. */
export const addressesIn = (text: string): string[] => {
  const four = [...text.matchAll(V4)]
    .filter(({ 0: found, index }) => {
      const before = text.slice(Math.max(0, index - 10), index);
      return ipaddr.IPv4.isValidFourPartDecimal(found) && !VERSION.test(before);
    })
    .map(([found]) => found);
  const six = [...text.matchAll(V6)].map(([found]) => found).filter(isRealV6);
  return [...new Set([...four, ...six])];
};
