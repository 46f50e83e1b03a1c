import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type CaseRecord, openAnswers, type Site } from '../../../main/core/model';
import { readProfile } from '../../../main/core/site';
import { startLab, writeMaterials } from '../../../main/lab';
import { runCase } from '../../../main/run';
import { smallCase } from './bundle-input';

export interface LabCase {
  readonly record: CaseRecord;
  readonly evidence: ReadonlyMap<string, Uint8Array>;
  readonly secrets: readonly string[];
}

interface Ready {
  readonly site: Site;
  readonly secrets: ReadonlyMap<string, string>;
}

/** A case as the engine leaves it after one run on a site. */
const ranOn = async ({ site, secrets }: Ready, folder: string, mostFiles: number): Promise<LabCase> => {
  const answers = { ...openAnswers(), direction: site.direction, cluster: site.cluster };
  const evidence = new Map<string, Uint8Array>();
  const begun = new Date().toISOString();
  const outcome = await runCase({
    site,
    answers,
    observations: [],
    secretOf: (name) => secrets.get(name) ?? null,
    knownHostsPath: join(folder, 'known_hosts'),
    acceptNewHostKeys: true,
    keepEvidence: async (path, bytes) => {
      if (evidence.size >= mostFiles) return null;
      evidence.set(path, bytes);
      return path;
    },
    onEvent: () => {},
    now: () => new Date(),
    signal: new AbortController().signal,
    limitMs: 60_000,
  });
  const { observations, footprint } = outcome;
  const run = { startedAt: begun, endedAt: new Date().toISOString() };
  return {
    record: smallCase({ site, answers, observations, footprint, run }),
    evidence,
    secrets: [...secrets.values()],
  };
};

/** A case that asked the lab over SSH and sockets, on a disk that is full after so many files of evidence. */
export const liveCase = async (
  scenario: string,
  folder: string,
  mostFiles = Number.POSITIVE_INFINITY,
): Promise<LabCase> => {
  const started = await startLab({ scenario, now: new Date(), signal: new AbortController().signal });
  if (!started.ok) throw new Error(started.problem.code);
  const lab = started.value;
  try {
    const secrets = new Map(lab.secrets.map((one) => [one.appliance, one.secret]));
    return await ranOn({ site: lab.site, secrets }, folder, mostFiles);
  } finally {
    await lab.close();
  }
};

/** The same scenario from nothing but files: logs, configuration exports, pasted output. */
export const offlineCase = async (scenario: string, folder: string): Promise<LabCase> => {
  const made = await writeMaterials({ scenario, folder, now: new Date() });
  if (!made.ok) throw new Error(made.problem.code);
  const profile = readProfile(await readFile(made.value.profile, 'utf8'), { resolve: (path) => resolve(folder, path) });
  if (!profile.ok) throw new Error(JSON.stringify(profile.problems));
  return ranOn({ site: profile.site, secrets: new Map() }, folder, Number.POSITIVE_INFINITY);
};
