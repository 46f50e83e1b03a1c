import type { Appliance, Observation } from '../../main/core/model';

const LONGEST = 90;

/** The line an observation is best known by, or null: its first quote, as it stands. */
export const factOf = (observation: Observation): string | null => {
  const words = observation.quotes[0]?.quote.trim().replace(/\s+/g, ' ') ?? '';
  if (words === '') return null;
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST - 1).trimEnd()}…`;
};

export interface SourcePlace {
  kind: string;
  place: string;
  line: number | null;
}

/** `cli:evidence/esa1/tophosts.txt:14` taken apart; a source of another shape is its own place. */
export const placeOf = (source: string): SourcePlace => {
  const found = /^([a-z]+):(.*?)(?::(\d+))?$/s.exec(source);
  if (found === null) return { kind: '', place: source, line: null };
  const [, kind = '', place = '', line] = found;
  return { kind, place, line: line === undefined ? null : Number(line) };
};

export const isLive = (appliance: Appliance): boolean => appliance.host !== null && appliance.auth !== null;

/** How the site can be reached as a whole. */
export const reachOf = (appliances: readonly Appliance[]): 'live' | 'offline' | 'mixed' => {
  const live = appliances.filter(isLive).length;
  if (live === 0) return 'offline';
  return live === appliances.length ? 'live' : 'mixed';
};

/** `SHA256:…` in groups of four, which is how one reads it out on the telephone. */
export const fingerprintGroups = (fingerprint: string): string[] =>
  fingerprint.replace(/^SHA256:/, '').match(/.{1,4}/g) ?? [];
