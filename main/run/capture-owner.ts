import { CaptureReader } from '../core/capture';
import { endpointOf, isMachine } from '../core/checks';
import type { Appliance, Site } from '../core/model';

/** Partners from which on an address that every connection shares can only be the machine that captured. */
const ENOUGH_PARTNERS = 2;

const only = (found: readonly Appliance[]): Appliance | null => (found.length === 1 ? (found[0] ?? null) : null);

/** The file or its folder bears an appliance's name: `esa1/quarantine.pcap`, `esa1-before.pcap`. */
const byName = (site: Site, path: string): Appliance | null => {
  const [file = '', folder = ''] = path.split(/[/\\]/).reverse();
  const named = ({ name }: Appliance): boolean => {
    const words = [folder.toLowerCase(), ...file.toLowerCase().split(/[^a-z0-9.]+/), file.toLowerCase()];
    const known = name.toLowerCase();
    return words.some((word) => word === known || word.startsWith(`${known}.`));
  };
  return only(site.appliances.filter(named));
};

/** The one address that all connections share, where there are several partners. */
const byAddress = (site: Site, head: Uint8Array): Appliance | null => {
  const reader = new CaptureReader({ file: '', ports: site.appliances.map((one) => endpointOf(one, []).port) });
  reader.take(head);
  const pairs = reader.finish().connections.map((one) => [one.initiator.address, one.responder.address] as const);
  const shared = [...new Set(pairs[0])].filter((address) => pairs.every((pair) => pair.includes(address)));
  const partners = new Set(pairs.flat()).size - 1;
  const [address] = shared;
  if (address === undefined || shared.length > 1 || partners < ENOUGH_PARTNERS) return null;
  return only(site.appliances.filter((one) => isMachine(one, address)));
};

/**
 * On which appliance a packet capture was made: by the engineer's own naming of the file, or by the address that is an
 * end of every connection in it. Null where neither says it: both ends of a single connection look alike, and a wrong
 * vantage point would be worse than none.
 */
export const captureOwner = (site: Site, path: string, head: Uint8Array): Appliance | null =>
  byName(site, path) ?? byAddress(site, head);
