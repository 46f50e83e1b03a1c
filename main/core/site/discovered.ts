import { type Appliance, blankAppliance, type Site } from '../model';

const short = (name: string): string => name.toLowerCase().split('.')[0] ?? '';

const isKnown = (member: string, site: Site): boolean =>
  site.appliances.some((one) => short(one.name) === short(member) || one.host?.toLowerCase() === member.toLowerCase());

/**
 * Cluster members that the site does not know yet, as suggestions: ESAs reached under their machine name, without a way
 * to log in. The engineer decides.
 */
export const discovered = (members: readonly string[], site: Site): readonly Appliance[] =>
  [...new Set(members)]
    .filter((member) => member !== '' && member.length <= 64 && !isKnown(member, site))
    .map((member) => ({ ...blankAppliance(member, 'esa'), host: member }));
