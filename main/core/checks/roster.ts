import type { Appliance, Direction, Flow, Site } from '../model';

/** One ESA and the SMA that holds its quarantine. */
export interface Pair {
  readonly esa: Appliance;
  readonly sma: Appliance;
}

/** Every ESA with every SMA of the site; one SMA is the rule. */
export const pairsOf = (site: Site): readonly Pair[] => {
  const smas = site.appliances.filter((one) => one.role === 'sma');
  return site.appliances.filter((one) => one.role === 'esa').flatMap((esa) => smas.map((sma) => ({ esa, sma })));
};

/** The flows that a direction asks about. The grey Enable button travels the forward way (domain page, row 3). */
export const flowsOf = (direction: Direction): readonly Flow[] => {
  switch (direction) {
    case 'esa-to-sma':
    case 'sma-to-esa':
      return [direction];
    case 'enable-disabled':
      return ['esa-to-sma'];
    case 'both':
    case 'unknown':
      return ['esa-to-sma', 'sma-to-esa'];
  }
};

export const initiatorOf = (pair: Pair, flow: Flow): Appliance => (flow === 'esa-to-sma' ? pair.esa : pair.sma);
export const responderOf = (pair: Pair, flow: Flow): Appliance => (flow === 'esa-to-sma' ? pair.sma : pair.esa);

export const applianceNamed = (site: Site, name: string): Appliance | null =>
  site.appliances.find((one) => one.name === name) ?? null;

/** Whether the assistant may connect: a host and a way to log in are named. */
export const reachableLive = (appliance: Appliance | null): appliance is Appliance & { host: string; user: string } =>
  appliance !== null && appliance.host !== null && appliance.user !== null && appliance.auth !== null;

const isAddress = (name: string): boolean => /^[\d.]+$|:/.test(name);
const short = (name: string): string => name.split('.')[0] ?? name;

/** A short name stands for a long one; two long names have to be equal, and an address is no name. */
const sameName = (one: string, other: string): boolean => {
  if (one === other) return true;
  if (isAddress(one) || isAddress(other) || (one.includes('.') && other.includes('.'))) return false;
  return short(one) === short(other);
};

const hasFiles = ({ materials }: Appliance): boolean =>
  materials.config !== null ||
  materials.logs.length + materials.cli.length + materials.transcripts.length + materials.captures.length > 0;

/**
 * Whether this laptop may look at an appliance's quarantine listener. Without `host` an appliance is offline by the
 * engineer's word, unless nothing but its listener was named, beside an appliance that is reached live: then the
 * listener's address is there to be looked at.
 */
export const laptopMayLook = (site: Site, appliance: Appliance | null): boolean =>
  appliance !== null &&
  (appliance.host !== null ||
    (appliance.quarantine.address !== null && !hasFiles(appliance) && site.appliances.some(reachableLive)));

/** `esa1` and `esa1.example.com` are one machine; so is its address. */
export const isMachine = (appliance: Appliance, machine: string): boolean => {
  const named = machine.toLowerCase();
  const known = [appliance.host, appliance.quarantine.address].filter((one) => one !== null);
  return sameName(appliance.name.toLowerCase(), named) || known.some((one) => one.toLowerCase() === named);
};
