import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answers, type Observation, openAnswers, type RunEvent, type Site } from '../../main/core/model';
import { type Lab, startLab } from '../../main/lab';
import { type RunInput, type RunOutcome, runCase } from '../../main/run';

export interface Ran {
  readonly outcome: RunOutcome;
  readonly events: readonly RunEvent[];
  /** What was kept as evidence, by path. */
  readonly kept: ReadonlyMap<string, string>;
  /** Evidence and observations in the order they came: `kept PATH`, `about-to STEP`, `observed STEP`. */
  readonly order: readonly string[];
  readonly folder: string;
  of(step: string): Observation;
}

const told = (event: RunEvent): string[] => {
  if (event.kind === 'observed') return [`observed ${event.observation.step}`];
  return event.kind === 'about-to' ? [`about-to ${event.step}`] : event.kind === 'transcript' ? [] : [event.kind];
};

/** Runs a site with a folder of its own; what a test does not say is harmless. */
export const ran = async (
  site: Site,
  rest: Partial<RunInput> & { readonly given?: Partial<Answers> } = {},
): Promise<Ran> => {
  const folder = mkdtempSync(join(tmpdir(), 'run-'));
  const events: RunEvent[] = [];
  const kept = new Map<string, string>();
  const order: string[] = [];
  const { given, onEvent, ...input } = rest;
  const outcome = await runCase({
    site,
    answers: { ...openAnswers(), direction: site.direction, cluster: site.cluster, ...given },
    observations: [],
    secretOf: () => null,
    knownHostsPath: join(folder, 'known_hosts'),
    acceptNewHostKeys: false,
    keepEvidence: async (path, bytes) => {
      kept.set(path, new TextDecoder().decode(bytes));
      order.push(`kept ${path}`);
      return undefined;
    },
    now: () => new Date(),
    signal: new AbortController().signal,
    limitMs: 60_000,
    ...input,
    onEvent: (event) => {
      events.push(event);
      order.push(...told(event));
      onEvent?.(event);
    },
  });
  rmSync(folder, { recursive: true, force: true });
  const of = (step: string): Observation => {
    const found = outcome.observations.find((one) => one.step === step);
    if (!found) throw new Error(`no row for ${step}: ${outcome.observations.map((one) => one.step).join()}`);
    return found;
  };
  return { outcome, events, kept, order, folder, of };
};

export const labOf = async (scenario: string, esas?: number): Promise<Lab> => {
  const lab = await startLab({ scenario, now: new Date(), ...(esas === undefined ? {} : { esas }) });
  if (!lab.ok) throw new Error(`no lab: ${lab.problem.code}`);
  return lab.value;
};

export const secretsOf =
  (lab: Lab) =>
  (name: string): string | null =>
    lab.secrets.find((one) => one.appliance === name)?.secret ?? null;

/** The site with one appliance changed. */
export const withAppliance = (site: Site, name: string, change: Partial<Site['appliances'][number]>): Site => ({
  ...site,
  appliances: site.appliances.map((one) => (one.name === name ? { ...one, ...change } : one)),
});
