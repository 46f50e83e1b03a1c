import { loadavg } from 'node:os';
import type { Observation, Site } from '../../main/core/model';
import { far, type Lab, startLab } from '../../main/lab';
import { ran, secretsOf } from '../support/run';

const ESAS = 8;
const LATENCY_MS = 200;
const ROUNDS = 3;
const LIMIT_MS = 15 * 60_000;

const startFarLab = async (): Promise<Lab> => {
  const names = [...Array.from({ length: ESAS }, (_, at) => `esa${at + 1}`), 'sma1'];
  const moods = Object.fromEntries(names.map((name) => [name, far(LATENCY_MS)]));
  const lab = await startLab({ scenario: 'cluster-interface-missing', esas: ESAS, now: new Date(), moods });
  if (!lab.ok) throw new Error(lab.problem.code);
  return lab.value;
};

/** The site of which only one appliance is logged in to. */
const only = (site: Site, name: string): Site => ({
  ...site,
  appliances: site.appliances.map((one) => (one.name === name ? one : { ...one, host: null })),
});

interface Reading {
  /** From the start of the run to the last answer of an appliance. */
  readonly ms: number;
  /** What each appliance was busy for, its steps added up. */
  readonly busy: ReadonlyMap<string, number>;
  /** Steps that an appliance was asked and did not answer. */
  readonly failed: number;
}

const NOT_ASKED = new Set(['skipped', 'cancelled']);

const asked = (observations: readonly Observation[], site: Site): Observation[] =>
  observations.filter(
    ({ vantage, outcome }) => site.appliances.some(({ name }) => name === vantage) && !NOT_ASKED.has(outcome),
  );

const read = async (lab: Lab, site: Site): Promise<Reading> => {
  const began = Date.now();
  const { outcome } = await ran(site, { secretOf: secretsOf(lab), limitMs: LIMIT_MS });
  const own = asked(outcome.observations, site);
  const busy = new Map<string, number>();
  for (const { vantage, durationMs } of own) busy.set(vantage, (busy.get(vantage) ?? 0) + durationMs);
  const ends = own.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
  const failed = own.filter((one) => one.outcome === 'could-not-tell').length;
  return { ms: Math.max(...ends) - began, busy, failed };
};

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** Prints the ratios; the one to beat is 1.3. */
export const main = async (): Promise<number> => {
  const lab = await startFarLab();
  try {
    for (let round = 1; round <= ROUNDS; round += 1) {
      const all = await read(lab, lab.site);
      const [longest, most] = [...all.busy].toSorted((one, other) => other[1] - one[1])[0] ?? ['', Number.NaN];
      const alone = await read(lab, only(lab.site, longest));
      console.log(
        `round ${round}; load ${loadavg()[0]?.toFixed(1)}: ${all.busy.size} appliances, ${all.failed} unanswered, ` +
          `in ${seconds(all.ms)}; the longest, ${longest}, was busy for ${seconds(most)} of it ` +
          `(${(all.ms / most).toFixed(2)}×) and takes ${seconds(alone.ms)} alone (${(all.ms / alone.ms).toFixed(2)}×)`,
      );
    }
  } finally {
    await lab.close();
  }
  return 0;
};
