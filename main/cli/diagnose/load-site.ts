import { access, constants } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Problem, problem, type Site } from '../../core/model';
import { readProfile } from '../../core/site';
import { readBounded } from '../../disk';
import { sortHeap } from '../../run/intake';

/** A site ready to be diagnosed, and what must be undone after it. */
export interface LoadedSite {
  readonly site: Site;
  readonly name: string;
  readonly secrets: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
  readonly lab: string | null;
  readonly profileText: string | null;
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

/** Reads a profile file. Every fault is a problem with its place; nothing is diagnosed half. */
export const loadProfile = async (file: string): Promise<Loaded> => {
  const read = await readBounded(file, PROFILE_LIMIT);
  if (!read.ok) return { ok: false, problems: [problem(`input-${read.code}`, file, { detail: read.detail })] };
  const folder = dirname(resolve(file));
  const profile = readProfile(new TextDecoder('utf-8').decode(read.bytes), {
    resolve: (path) => resolve(folder, path),
  });
  if (!profile.ok)
    return {
      ok: false,
      problems: profile.problems.map((one) => ({ ...one, where: one.where === null ? file : `${file}: ${one.where}` })),
    };
  const missing = await missingFiles(profile.site);
  if (missing.length > 0)
    return { ok: false, problems: missing.map((one) => ({ ...one, where: `${file}: ${one.where}` })) };
  const sorted = await sortHeap(profile.site);
  return {
    ok: true,
    value: {
      site: sorted.site,
      name: profile.site.case ?? 'site',
      secrets: new Map(profile.secrets.map((one) => [one.appliance, one.secret])),
      warnings: [...profile.warnings, ...sorted.problems],
      lab: null,
      profileText: null,
      close: nothing,
    },
  };
};

/** Starts the practice lab and answers its site. */
export const loadLab = async (scenario: string, now: Date, signal: AbortSignal): Promise<Loaded> => {
  const { startLab } = await import('../../lab');
  const started = await startLab({ scenario, now, signal });
  if (!started.ok) return { ok: false, problems: [started.problem] };
  const lab = started.value;
  return {
    ok: true,
    value: {
      site: lab.site,
      name: `lab-${scenario}`,
      secrets: new Map(lab.secrets.map((one) => [one.appliance, one.secret])),
      warnings: [],
      lab: scenario,
      profileText: lab.profileText,
      close: () => lab.close(),
    },
  };
};
