import type { Generation } from '../core/model';
import type { LabOddities } from './oddities';

/**
 * The one model of the lab. Faults are switches of it, and everything an appliance says (command line, listener, logs,
 * configuration) is computed from it, so no two of them can contradict each other.
 */
export interface LabModel {
  readonly scenario: string;
  /** The instant the story ends at, in milliseconds. */
  readonly now: number;
  /** When the fault began; before it, everything worked. */
  readonly since: number;
  /** When it ended; null while it goes on. */
  readonly until: number | null;
  readonly esas: readonly LabAppliance[];
  readonly sma: LabAppliance;
  readonly cluster: LabCluster | null;
  readonly rules: readonly PathRule[];
  /** The service is only being set up: nothing ever went to the SMA or back. */
  readonly integrating: boolean;
  /** Messages that one quarantine connection carries at most, and how fast new ones come; null: no shortage. */
  readonly rush: { readonly everyMs: number; readonly carried: number } | null;
}

export interface LabCluster {
  readonly name: string;
  readonly group: string;
  /** Host names of members that the site does not name. */
  readonly others?: readonly string[];
  /** Whether it offers to switch where a command belongs to another mode, and which of several machines is then meant. */
  readonly heedsModes?: boolean;
}

/** What a firewall does to quarantine connections from one appliance to another. */
export interface PathRule {
  readonly from: string;
  readonly to: string;
  readonly does: 'reject' | 'swallow';
}

export interface LabAppliance {
  readonly name: string;
  readonly role: 'esa' | 'sma';
  readonly hostname: string;
  readonly product: string;
  readonly model: string;
  readonly version: string;
  readonly serial: string;
  readonly generation: Generation;
  readonly interfaces: readonly LabInterface[];
  /** The setting of the quarantine service; in a cluster it stands at cluster level. */
  readonly quarantine: { readonly interface: string; readonly port: number };
  /** Where the others know its quarantine listener to be, whether or not it listens. */
  readonly known: { readonly address: string; readonly port: number };
  readonly sshPort: number;
  /** What stands between its name and `>` in every prompt. */
  readonly promptMark: '' | ' (SERVICE)' | ' [Disconnected]';
  /** Whether the service of central quarantines is enabled here; without it there is no hidden listener. */
  readonly centralised: boolean;
  readonly receivingSuspended: boolean;
  readonly odd: LabOddities;
  /** A device before its quarantine listener ends TLS and shows a certificate of its own. */
  readonly intercepted: boolean;
  readonly ciphers: LabCiphers;
  /** The outbound list before the fault began. */
  readonly outboundBefore: string;
}

export interface LabInterface {
  readonly name: string;
  readonly address: string;
  readonly prefix: number;
  readonly jack: string;
  readonly hostname: string;
}

export interface LabCiphers {
  readonly method: string;
  readonly protocol: 'TLSv1' | 'TLSv1.2';
  readonly inbound: string;
  readonly outbound: string;
}

export type Reach = 'open' | 'refused' | 'timed-out';

/** All appliances, the ESAs first. */
export const appliancesOf = (model: LabModel): readonly LabAppliance[] => [...model.esas, model.sma];

export const applianceNamed = (model: LabModel, name: string): LabAppliance | undefined =>
  appliancesOf(model).find((appliance) => appliance.name === name);

export const managementOf = (appliance: LabAppliance): LabInterface => {
  const found = appliance.interfaces.find((one) => one.name === 'Management');
  if (!found) throw new Error(`the lab built ${appliance.name} without a Management interface`);
  return found;
};

/** The interface that the quarantine setting names, or null when this machine has none of exactly that name. */
export const quarantineInterfaceOf = (appliance: LabAppliance): LabInterface | null =>
  appliance.interfaces.find((one) => one.name === appliance.quarantine.interface) ?? null;

/** Whether the hidden listener runs: the service is on, its interface exists and receiving is not suspended. */
export const listens = (appliance: LabAppliance): boolean =>
  appliance.centralised && quarantineInterfaceOf(appliance) !== null && !appliance.receivingSuspended;

/** The interface that this appliance's own connections come from. */
export const sourceOf = managementOf;

/** The hidden listener as it is, or as it was until the fault: its interface's name and address. */
export const listenerOf = (appliance: LabAppliance): { readonly name: string; readonly address: string } => ({
  name: appliance.quarantine.interface,
  address: appliance.known.address,
});

/** Whether the fault is there at this instant. */
export const isFaulty = (model: LabModel, at: number): boolean =>
  at >= model.since && (model.until === null || at < model.until);

/** Whether this SMA looks after an ESA. */
export const manages = (sma: LabAppliance, esa: LabAppliance): boolean =>
  sma.odd.manages === null || sma.odd.manages.includes(esa.name);

/** What a quarantine connection between two appliances meets at this instant. */
export const reach = (model: LabModel, from: LabAppliance, to: LabAppliance, at = model.now): Reach => {
  if (!isFaulty(model, at)) return 'open';
  const rule = model.rules.find((one) => one.from === from.name && one.to === to.name);
  if (rule) return rule.does === 'reject' ? 'refused' : 'timed-out';
  return listens(to) ? 'open' : 'refused';
};

/** Whether a connection to this appliance's listener meets the device before it, at this instant. */
export const isIntercepted = (model: LabModel, to: LabAppliance, at = model.now): boolean =>
  to.intercepted && isFaulty(model, at);

/** The word of `status`: receiving alone is suspended in this lab, delivery goes on. */
export const systemStatusOf = (appliance: LabAppliance): string =>
  appliance.receivingSuspended ? 'Receiving Suspended' : 'Online';
