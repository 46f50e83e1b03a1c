import { endpointOf, type Typed } from '../checks';
import { interfaces } from '../checks/interfaces';
import type { LogData } from '../checks/mail-logs';
import { observed } from '../checks/seen';
import type { Appliance, Flow } from '../model';
import type { Situation } from './cause';

/** How surely a log line is about this pair: the address at its other end tells, as far as addresses are known. */
export type Attribution = 'certain' | 'likely' | 'none';

/** What a log line says of its other end. */
export interface LineEnd {
  readonly flow: Flow | null;
  readonly peer: string | null;
  readonly port: number | null;
}

/** Every address an appliance is known by: the profile's, its listener's, its interfaces'. */
export const addressesOf = ({ observations }: Situation, appliance: Appliance): readonly string[] => {
  const [listed] = observed(observations, interfaces, { vantage: appliance.name });
  const end = endpointOf(appliance, observations);
  const own = listed?.data.interfaces.map((one) => one.address) ?? [];
  return [appliance.host, appliance.quarantine.address, end.address, ...own].filter((one) => one !== null);
};

/** Every other end that this log names for the flow: connections that worked, that failed, and the newest ones. */
const peersIn = (log: Typed<LogData>, flow: Flow | null): ReadonlySet<string> =>
  new Set(
    [...log.data.successes, ...log.data.grounds, ...log.data.latest]
      .filter((one) => flow === null || one.flow === flow)
      .flatMap((one) => one.peer ?? []),
  );

const amongSharers = (situation: Situation, other: Appliance, end: LineEnd): Attribution => {
  const sharing = situation.site.appliances.filter(
    (one) => one.role === other.role && addressesOf(situation, one).includes(end.peer ?? ''),
  );
  if (sharing.length < 2) return 'certain';
  if (end.port === null) return 'likely';
  return end.port === endpointOf(other, situation.observations).port ? 'certain' : 'none';
};

/** An address that nobody of this site is known by: translated on the way, another appliance's, or this laptop's own. */
const ofStranger = (log: Typed<LogData>, known: readonly string[], end: LineEnd, alone: boolean): Attribution => {
  const peers = peersIn(log, end.flow);
  if (known.length === 0) return alone && peers.size === 1 ? 'certain' : 'likely';
  // Where a known address stands in the same log, nothing is translated: the stranger is somebody else.
  return alone && !known.some((one) => peers.has(one)) ? 'likely' : 'none';
};

/**
 * Whether a line of `owner`'s log is about its connection with `other`. An ESA has one SMA, so what it dials is that one
 * (domain page, section 1); an SMA has many ESAs, known or not, and both have visitors such as this laptop.
 */
export const attributionOf = (
  situation: Situation,
  log: Typed<LogData>,
  owner: Appliance,
  other: Appliance,
  end: LineEnd,
): Attribution => {
  const alone = situation.site.appliances.filter((one) => one.role === other.role).length === 1;
  if (end.peer === null) return alone ? 'certain' : 'likely';
  const known = addressesOf(situation, other);
  if (known.includes(end.peer)) return amongSharers(situation, other, end);
  const anothers = situation.site.appliances.some(
    (one) => one.name !== other.name && addressesOf(situation, one).includes(end.peer ?? ''),
  );
  if (anothers) return 'none';
  if (alone && owner.role === 'esa' && situation.initiator.name === owner.name) return 'certain';
  return ofStranger(log, known, end, alone);
};
