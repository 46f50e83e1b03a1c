import type { Reading } from '../command';
import { prefixOf } from '../netmask';
import { outputOf } from '../output';
import { reading, sift } from '../sift';
import { joinItems } from './items';

export interface InterfaceAddress {
  readonly address: string;
  readonly prefix: number | null;
}
export interface IpInterface {
  readonly name: string;
  readonly address: string | null;
  readonly prefix: number | null;
  readonly port: string | null;
  readonly hostname: string | null;
  /** All addresses: an IPv6 address follows the IPv4 one after a comma. */
  readonly addresses: readonly InterfaceAddress[];
}
export interface Interfaces {
  readonly interfaces: readonly IpInterface[];
}

// `3. PVO (192.0.2.12/24, 2001:db8::12/64 on Data1: esa1-pvo.example.com)`; sample interfaceconfig-esa1.txt.
const ITEM = /^\d+[.)]?\s+(.+?) \(([^()]+?) on ([^():]+)(?::\s*([^()]*))?\)$/;

const addressesIn = (text: string): readonly InterfaceAddress[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [address = '', mask] = one.split('/');
      return { address, prefix: prefixOf(mask) };
    });

const interfaceOf = (found: RegExpExecArray): IpInterface => {
  const addresses = addressesIn(found[2] ?? '');
  return {
    name: found[1] ?? '',
    address: addresses[0]?.address ?? null,
    prefix: addresses[0]?.prefix ?? null,
    port: found[3]?.trim() ?? null,
    hostname: found[4]?.trim() || null,
    addresses,
  };
};

/** Reads the list that `interfaceconfig` shows above its menu. Names keep case and blanks: they are join keys. */
export const readInterfaces = (text: string): Reading<Interfaces> => {
  const output = outputOf(text);
  const interfaces: IpInterface[] = [];
  let listed = false;
  const unread = sift(joinItems(output.lines, ITEM), [
    {
      test: /^Currently configured interfaces:?$/i,
      take: () => {
        listed = true;
      },
    },
    { test: ITEM, take: (found) => interfaces.push(interfaceOf(found)) },
  ]);
  return reading(listed || interfaces.length > 0 ? { interfaces } : null, unread, output, text);
};
