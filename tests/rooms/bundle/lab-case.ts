import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CaseRecord, openAnswers } from '../../../main/core/model';
import { startLab } from '../../../main/lab';
import { runCase } from '../../../main/run';

export interface LabCase {
  readonly record: CaseRecord;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
  readonly secrets: readonly string[];
}

/** A case as the engine leaves it after one run against the practice lab. */
export const labCase = async (scenario: string): Promise<LabCase> => {
  const signal = new AbortController().signal;
  const started = await startLab({ scenario, now: new Date(), signal });
  if (!started.ok) throw new Error(started.problem.code);
  const lab = started.value;
  const folder = await mkdtemp(join(tmpdir(), 'bundle-lab-'));
  const secrets = new Map(lab.secrets.map((one) => [one.appliance, one.secret]));
  const answers = { ...openAnswers(), direction: lab.site.direction, cluster: lab.site.cluster };
  const evidence = new Map<string, Uint8Array>();
  const begun = new Date();
  try {
    const outcome = await runCase({
      site: lab.site,
      answers,
      observations: [],
      secretOf: (name) => secrets.get(name) ?? null,
      knownHostsPath: join(folder, 'known_hosts'),
      acceptNewHostKeys: true,
      keepEvidence: async (path, bytes) => {
        evidence.set(path, bytes);
      },
      onEvent: () => {},
      now: () => new Date(),
      signal,
      limitMs: 60_000,
    });
    const record: CaseRecord = {
      schema: 'cpq-doctor/case/1',
      id: 'example-bank',
      name: 'Example Bank, Lyon',
      createdAt: begun.toISOString(),
      changedAt: new Date().toISOString(),
      site: { ...lab.site, case: '690000123' },
      answers,
      observations: outcome.observations,
      footprint: outcome.footprint,
      notes: 'Customer changed the cipher list last evening.\nWindow for the change agreed: today 06:00 to 06:30.',
      lab: null,
      run: { startedAt: begun.toISOString(), endedAt: new Date().toISOString() },
    };
    return { record, evidence, secrets: [...secrets.values()] };
  } finally {
    await lab.close();
    await rm(folder, { recursive: true });
  }
};
