import { isDeepStrictEqual } from 'node:util';
import { type Appliance, LAPTOP, type Observation, type Site } from '../core/model';

/** What was seen longer ago is the past: queues drain and appliances are restarted in less. */
const YOUNG_MS = 30 * 60_000;
/** A clock may be set back a little meanwhile. */
const AHEAD_MS = 60_000;

const isYoung = ({ startedAt, durationMs }: Observation, now: Date): boolean => {
  const age = now.getTime() - (Date.parse(startedAt) + durationMs);
  return age <= YOUNG_MS && age >= -AHEAD_MS;
};

/** The appliances that an observation is of or about; a subject may name a port behind a colon. */
const namesIn = ({ vantage, subject, peer }: Observation): string[] =>
  [vantage, subject.split(':')[0] ?? '', peer ?? ''].filter((name) => name !== '' && name !== LAPTOP);

const entryOf = (site: Site, name: string, how: Observation['how']): Appliance | null => {
  const found = site.appliances.find((one) => one.name === name);
  if (found === undefined) return null;
  // More material changes nothing of what an appliance itself answered.
  return how === 'live'
    ? { ...found, materials: { logs: [], config: null, cli: [], transcripts: [], captures: [] } }
    : found;
};

/**
 * What an interrupted run saw that may still be taken for present: not older than half an hour, and of appliances whose
 * entries in the site are as they were then. `before` is the site that the run began on, where it is known.
 */
export const stillPresent = (
  observations: readonly Observation[],
  before: Site | null,
  site: Site,
  now: Date,
): Observation[] => {
  if (before === null) return [];
  const same = (name: string, how: Observation['how']): boolean => {
    const entry = entryOf(before, name, how);
    return entry !== null && isDeepStrictEqual(entry, entryOf(site, name, how));
  };
  return observations.filter((one) => isYoung(one, now) && namesIn(one).every((name) => same(name, one.how)));
};
