import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { diagnose } from '../../main/core/diagnosis';
import {
  type Answers,
  type Diagnosis,
  type FootprintEntry,
  type Observation,
  openAnswers,
  type Site,
} from '../../main/core/model';
import { readProfile } from '../../main/core/site';
import { startLab, writeMaterials } from '../../main/lab';
import type { LabModel } from '../../main/lab/model';
import { runCase } from '../../main/run';
import { captureAsLines } from './capture/read';

export interface Diagnosed {
  readonly diagnosis: Diagnosis;
  readonly observations: readonly Observation[];
  readonly footprint: readonly FootprintEntry[];
  readonly site: Site;
  /** The text that a quote's source names, from the case folder or from the materials. */
  sourceText(source: string): string;
  remove(): void;
}

const answersFor = (site: Site): Answers => ({
  ...openAnswers(),
  direction: site.direction,
  cluster: site.cluster,
  symptoms: site.symptoms,
});

/** Runs a site whole and diagnoses it, with evidence in a folder of its own. */
export const diagnosed = async (
  site: Site,
  secrets: readonly { appliance: string; secret: string }[],
  materials: string | null = null,
  signal = new AbortController().signal,
  rest: Partial<Answers> = {},
): Promise<Diagnosed> => {
  const folder = mkdtempSync(join(tmpdir(), 'case-'));
  const answers = { ...answersFor(site), ...rest };
  const { observations, footprint } = await runCase({
    site,
    answers,
    observations: [],
    secretOf: (name) => secrets.find((one) => one.appliance === name)?.secret ?? null,
    knownHostsPath: join(folder, 'known_hosts'),
    acceptNewHostKeys: false,
    keepEvidence: async (path, bytes) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    },
    onEvent: () => {},
    now: () => new Date(),
    signal,
    limitMs: 60_000,
  });
  return {
    site,
    observations,
    footprint,
    diagnosis: diagnose(site, answers, observations),
    sourceText(source) {
      const path = source.replace(/^[a-z]+:/, '').replace(/:\d+$/, '');
      const file = path.startsWith('evidence/') || materials === null ? join(folder, path) : join(materials, path);
      return source.startsWith('capture:') ? captureAsLines(file).join('\n') : readFileSync(file, 'latin1');
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The scenario over SSH and sockets. */
export const diagnosedLive = async (
  scenario: string,
  esas?: number,
): Promise<Diagnosed & { readonly sent: Readonly<Record<string, readonly string[]>> }> => {
  const lab = await startLab({ scenario, now: new Date(), ...(esas === undefined ? {} : { esas }) });
  if (!lab.ok) throw new Error(`no lab: ${lab.problem.code}`);
  try {
    const seen = await diagnosed(lab.value.site, lab.value.secrets);
    return { ...seen, sent: lab.value.received() };
  } finally {
    await lab.value.close();
  }
};

/** The same scenario from its files only. */
export const diagnosedOffline = async (
  scenario: string,
  switched?: (model: LabModel) => LabModel,
): Promise<Diagnosed> => {
  const folder = mkdtempSync(join(tmpdir(), 'materials-'));
  const written = await writeMaterials({
    ...{ scenario, now: new Date(), folder },
    ...(switched === undefined ? {} : { switched }),
  });
  if (!written.ok) throw new Error(`no materials: ${written.problem.code}`);
  const profile = readProfile(readFileSync(written.value.profile, 'utf8'), {
    resolve: (path) => resolve(dirname(written.value.profile), path),
  });
  if (!profile.ok) throw new Error(`bad profile: ${JSON.stringify(profile.problems)}`);
  return diagnosed(profile.site, [], dirname(written.value.profile));
};
