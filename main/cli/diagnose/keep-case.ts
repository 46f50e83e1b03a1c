import { join } from 'node:path';
import { type CaseFolder, caseFolder, openFolder, openStore } from '../../cases';
import { type Answers, type CaseRecord, good, type Observation, type Result } from '../../core/model';
import { userData } from '../user-data';
import type { LoadedSite } from './load-site';

/** The case of one diagnosis on the disk: saved after every observation, so that a crash costs only what was running. */
export interface KeptCase {
  readonly folder: CaseFolder;
  readonly knownHostsPath: string;
  record(): CaseRecord;
  change(changes: Partial<CaseRecord>): Promise<Result<null>>;
  observed(observation: Observation): void;
  /** Waits for every write; answers the first problem. */
  settled(): Promise<Result<null>>;
}

const blank = async (
  directory: string | undefined,
  name: string,
  now: string,
): Promise<Result<{ folder: CaseFolder; record: CaseRecord }>> => {
  if (directory !== undefined) {
    const opened = await openFolder(directory, name, now);
    return opened.ok ? good({ folder: opened.value.files, record: opened.value.record }) : opened;
  }
  const store = openStore(userData());
  const made = await store.create(name, now);
  return made.ok ? good({ folder: caseFolder(store.folder(made.value.id)), record: made.value }) : made;
};

/** Opens the case folder named by `--case`, or makes one among the user's cases. */
export const keepCase = async (
  directory: string | undefined,
  loaded: LoadedSite,
  answers: Answers,
  now: () => Date,
): Promise<Result<KeptCase>> => {
  const at = now().toISOString();
  const opened = await blank(directory, loaded.name, at);
  if (!opened.ok) return opened;
  const { folder } = opened.value;
  let record: CaseRecord = {
    ...opened.value.record,
    site: loaded.site,
    answers,
    lab: loaded.lab,
    observations: [],
    footprint: [],
    run: { startedAt: at, endedAt: null },
  };
  let writing: Promise<Result<null>> = folder.save(record);
  const save = (): Promise<Result<null>> => {
    const latest = record;
    writing = writing.then(async (before) => {
      const written = await folder.save(latest);
      return before.ok ? written : before;
    });
    return writing;
  };
  return good({
    folder,
    knownHostsPath: join(userData(), 'known_hosts'),
    record: () => record,
    change(changes) {
      record = { ...record, ...changes, changedAt: now().toISOString() };
      return save();
    },
    observed(observation) {
      record = { ...record, observations: [...record.observations, observation], changedAt: now().toISOString() };
      void save();
    },
    settled: () => writing,
  });
};
