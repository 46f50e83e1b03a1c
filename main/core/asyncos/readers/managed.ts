import type { Reading } from '../command';
import { readBy } from '../sift';

export interface ManagedAppliance {
  readonly name: string;
  readonly address: string;
  readonly type: string | null;
  /** Whether SSH keys were exchanged with it; null where the list does not say. */
  readonly authenticated: boolean | null;
}
export interface ManagedAppliances {
  readonly appliances: readonly ManagedAppliance[];
  readonly services: readonly { readonly name: string; readonly enabled: boolean }[];
}

// `esa1   192.0.2.10   esa   Yes`; sample applianceconfig-list.txt (composed): the address is the anchor.
const ROW = /^(?:\d+[.)]\s+)?(\S.*?)\s+(\d{1,3}(?:\.\d{1,3}){3}|[0-9A-Fa-f]{0,4}:[0-9A-Fa-f:]+)(?:\s+(.*))?$/;
const SERVICE = /^((?:Centralized|Spam|Policy|End User|Safelist)\b[^:]*):\s+(Enabled|Disabled)\b/i;

const authenticated = (rest: string): boolean | null => {
  if (/\b(?:no|not authenticated|unauthenticated)\b/i.test(rest)) return false;
  return /\b(?:yes|authenticated)\b/i.test(rest) ? true : null;
};

const applianceOf = (found: RegExpExecArray): ManagedAppliance => ({
  name: found[1] ?? '',
  address: found[2] ?? '',
  type: /^\s*(esa|wsa|sma)\b/i.exec(found[3] ?? '')?.[1]?.toLowerCase() ?? null,
  authenticated: authenticated(found[3] ?? ''),
});

/** Reads `applianceconfig list` and the STATUS view of its menu; both layouts are unsourced, so names and words count. */
export const readManaged = (text: string): Reading<ManagedAppliances> => {
  const appliances: ManagedAppliance[] = [];
  const services: { name: string; enabled: boolean }[] = [];
  let heading = false;
  return readBy(
    text,
    () => [
      {
        test: /^Appliance Name\b/i,
        take: () => {
          heading = true;
        },
      },
      { test: /^[-=\s]+$/ },
      {
        test: SERVICE,
        take: (found) => services.push({ name: found[1] ?? '', enabled: /^enabled$/i.test(found[2] ?? '') }),
      },
      { test: ROW, take: (found) => appliances.push(applianceOf(found)) },
    ],
    () => (heading || appliances.length > 0 || services.length > 0 ? { appliances, services } : null),
  );
};
