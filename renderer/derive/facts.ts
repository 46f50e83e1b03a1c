import type { Appliance, Diagnosis, Observation } from '../../main/core/model';

const LONGEST = 120;

/** Of each observation the line that a finding rests on first, by the observation's id. */
export const proofsOf = ({ findings, primary }: Diagnosis): ReadonlyMap<string, string> => {
  const roots = findings.filter((one) => primary.includes(one.code) && one.status !== 'ruled-out');
  return new Map(
    roots.flatMap((one) => one.evidence.map((piece) => [piece.observation, piece.quote] as const)).reverse(),
  );
};

/** The head of a table of ports (netstat) says nothing by itself. */
const isHead = (quote: string): boolean => /^\s*Proto\s/.test(quote);

/** The line an observation is best known by, or null: the one that a finding rests on, else its first, as it stands. */
export const factOf = (observation: Observation, proofs?: ReadonlyMap<string, string>): string | null => {
  const { id, quotes } = observation;
  const quote = proofs?.get(id) ?? quotes.find((one) => !isHead(one.quote))?.quote ?? quotes[0]?.quote;
  const words = quote?.trim().replace(/\s+/g, ' ') ?? '';
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
