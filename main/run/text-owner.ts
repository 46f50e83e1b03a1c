import { type Recognition, type Signs, signsIn } from '../core/asyncos';
import { isMachine } from '../core/checks';
import type { Appliance, Site } from '../core/model';

/** Serial numbers that are known to be an appliance's, by what other files of the heap say. */
export type Serials = ReadonlyMap<string, string>;

const only = (found: readonly Appliance[]): Appliance | null => (found.length === 1 ? (found[0] ?? null) : null);
const named = (site: Site, machine: string): Appliance | null =>
  only(site.appliances.filter((one) => isMachine(one, machine)));

/**
 * A capture of several machines is dealt out by its prompts, so it may be filed under any of them; but only where each
 * prompt names one of the site: the rest would be read as that one's.
 */
const bySeveral = (site: Site, machines: readonly (string | null)[]): Appliance | null => {
  const owners = machines.map((machine) => (machine === null ? null : named(site, machine)));
  return owners.includes(null) ? null : (owners[0] ?? null);
};

const bySerial = (site: Site, { serials }: Signs, known: Serials): Appliance | null => {
  const names = new Set(serials.flatMap((one) => known.get(one) ?? []));
  return serials.length === 1 && names.size === 1 ? only(site.appliances.filter((one) => names.has(one.name))) : null;
};

const byAddress = (site: Site, { addresses }: Signs): Appliance | null =>
  only(site.appliances.filter((one) => addresses.some((address) => isMachine(one, address))));

/** One appliance of the role is enough to know whose it is; two are not. */
const byRole = (site: Site, { role }: Recognition): Appliance | null =>
  role === null ? null : only(site.appliances.filter((one) => one.role === role));

/**
 * Whose a text is: by the name in it, else by its serial number or its own addresses, else by the one appliance of its
 * role. A name that nobody of the site bears, and signs that speak for two, leave it open: null is asked, never guessed.
 */
export const textOwner = (
  site: Site,
  recognised: Recognition,
  text: string,
  serials: Serials = new Map(),
): Appliance | null => {
  const signs = signsIn(text);
  if (signs.machines.length > 1) return bySeveral(site, signs.machines);
  const sure = bySerial(site, signs, serials) ?? byAddress(site, signs);
  if (recognised.appliance !== null) return named(site, recognised.appliance) ?? sure;
  return sure ?? byRole(site, recognised);
};
