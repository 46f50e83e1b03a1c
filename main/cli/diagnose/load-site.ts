import { access, constants } from 'node:fs/promises';
import { basename, dirname, extname, resolve } from 'node:path';
import { pairsOf } from '../../core/checks';
import { type Problem, problem, type Site } from '../../core/model';
import { readProfile } from '../../core/site';
import { sortHeap } from '../../run/intake';
import { profileProblems } from '../profile-problems';
import { readInput } from '../read-input';

/** A site ready to be diagnosed, and what must be undone after it. */
export interface LoadedSite {
  readonly site: Site;
  readonly name: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
  readonly lab: string | null;
  /** The profile as the engineer named it, or null for the lab. */
  readonly file: string | null;
  close(): Promise<void>;
}

export type Loaded =
  | { readonly ok: true; readonly value: LoadedSite }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const PROFILE_LIMIT = 1024 * 1024;
const nothing = async (): Promise<void> => {};

const missingFiles = async (site: Site): Promise<Problem[]> => {
  const named = site.appliances.flatMap((one, index) => {
    const at = `appliances[${index}].materials`;
    const { logs, config, cli, transcripts, captures } = one.materials;
    return [
      ...logs.map((path, n) => ({ path, at: `${at}.logs[${n}]` })),
      ...(config === null ? [] : [{ path: config, at: `${at}.config` }]),
      ...cli.map(({ file }, n) => ({ path: file, at: `${at}.cli[${n}].file` })),
      ...transcripts.map((path, n) => ({ path, at: `${at}.transcripts[${n}]` })),
      ...captures.map((path, n) => ({ path, at: `${at}.captures[${n}]` })),
    ];
  });
  const all = [...named, ...site.materials.map((path, n) => ({ path, at: `materials[${n}]` }))];
  const found = await Promise.all(
    all.map(({ path }) =>
      access(path, constants.R_OK).then(
        () => true,
        () => false,
      ),
    ),
  );
  return all.filter((_, index) => !found[index]).map(({ path, at }) => problem('material-missing', at, { path }));
};

/** A NUL never stands in a text; the beginning is enough to tell a binary file from a profile. */
const isBinary = (bytes: Uint8Array): boolean => bytes.subarray(0, 8192).includes(0);

const withoutPair = (file: string, site: Site): Problem[] =>
  pairsOf(site).length === 0 ? [problem('site-without-pair', file)] : [];

const refused = (...problems: readonly Problem[]): Loaded => ({ ok: false, problems });

/** Reads a profile file. Every fault is a problem with its place; nothing is diagnosed half. */
export const loadProfile = async (file: string): Promise<Loaded> => {
  const input = await readInput(file, PROFILE_LIMIT);
  if (!input.ok) return refused(input.problem);
  if (isBinary(input.bytes)) return refused(problem('profile-not-text', file));
  const folder = dirname(resolve(file));
  const profile = readProfile(input.text, { resolve: (path) => resolve(folder, path) });
  if (!profile.ok) return refused(...profileProblems(file, profile.problems));
  const missing = await missingFiles(profile.site);
  if (missing.length > 0) return refused(...profileProblems(file, missing));
  const sorted = await sortHeap(profile.site);
  return {
    ok: true,
    value: {
      site: sorted.site,
      name: profile.site.case ?? basename(file, extname(file)),
      secrets: new Map(profile.secrets.map((one) => [one.appliance, one.secret])),
      warnings: [...profileProblems(file, profile.warnings), ...sorted.problems, ...withoutPair(file, profile.site)],
      lab: null,
      file,
      close: nothing,
    },
  };
};

/** Starts the practice lab and answers its site. */
export const loadLab = async (scenario: string, now: Date, signal: AbortSignal): Promise<Loaded> => {
  const { startLab } = await import('../../lab');
  const started = await startLab({ scenario, now, signal });
  if (!started.ok) return refused(started.problem);
  const lab = started.value;
  return {
    ok: true,
    value: {
      site: lab.site,
      name: `lab-${scenario}`,
      secrets: new Map(lab.secrets.map((one) => [one.appliance, one.secret])),
      warnings: [],
      lab: scenario,
      file: null,
      close: () => lab.close(),
    },
  };
};
