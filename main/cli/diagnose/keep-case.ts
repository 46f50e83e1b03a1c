import { join } from 'node:path';
import { type CaseFolder, caseFolder, finishedRun, openFolder, openStore } from '../../cases';
import {
  type Answers,
  type CaseRecord,
  type FootprintEntry,
  good,
  type Observation,
  type Result,
  type Site,
} from '../../core/model';
import { stillPresent } from '../../run';
import type { Door } from '../door';
import { userData } from '../user-data';
import type { LoadedSite } from './load-site';

/** The case of one diagnosis on the disk: saved after every observation, so that a crash costs only what was running. */
export interface KeptCase {
  readonly folder: CaseFolder;
  readonly knownHostsPath: string;
  /** What the run before saw and this one need not ask: empty, unless only some checks are repeated. */
  readonly earlier: readonly Observation[];
  record(): CaseRecord;
  change(changes: Partial<CaseRecord>): Promise<Result<null>>;
  observed(observation: Observation): void;
  /** Enters into the ledger what was just left on an appliance; on the disk with the observation that follows. */
  left(entry: FootprintEntry): void;
  /** Waits for every write; answers whether the newest record is on the disk, whatever became of those before it. */
  settled(): Promise<Result<null>>;
  /** Lets another program write to the case again. */
  close(): Promise<void>;
}

type Opened = Result<{ readonly folder: CaseFolder; readonly record: CaseRecord }>;

const openAt = async (directory: string, name: string, now: string, door: Door): Promise<Opened> => {
  const opened = await openFolder(directory, name, now);
  if (!opened.ok) return opened;
  if (opened.value.recovered !== null) door.complain(opened.value.recovered);
  return good({ folder: opened.value.files, record: opened.value.record });
};

const createIn = async (root: string, name: string, now: string): Promise<Opened> => {
  const store = openStore(root);
  const made = await store.create(name, now);
  return made.ok ? good({ folder: caseFolder(store.folder(made.value.id)), record: made.value }) : made;
};

const keptIn = (folder: CaseFolder, begun: CaseRecord, now: () => Date): KeptCase => {
  let record = begun;
  let writing = folder.save(record);
  const change = (changes: Partial<CaseRecord>): Promise<Result<null>> => {
    record = { ...record, ...changes, changedAt: now().toISOString() };
    const latest = record;
    writing = writing.then(() => folder.save(latest));
    return writing;
  };
  return {
    folder,
    knownHostsPath: join(userData(), 'known_hosts'),
    earlier: begun.observations,
    record: () => record,
    change,
    observed: (observation) => void change({ observations: [...record.observations, observation] }),
    left: (entry) => {
      record = { ...record, footprint: [...record.footprint, entry] };
    },
    settled: () => writing,
    close: () => folder.unlock(),
  };
};

/** What was seen of the others: not older than half an hour, and of appliances that are as they were. */
const notAgain = (record: CaseRecord, site: Site, again: readonly string[], now: Date): Observation[] =>
  stillPresent(record.observations, record.site, site, now).filter((one) => !again.includes(one.check));

/**
 * Opens the case folder named by `--case`, or makes one among the user's cases, and locks it. A case that is there
 * already keeps its evidence, its notes and its ledger of what was asked; its observations are those of the new run, and,
 * where checks are to be asked `again`, those of the others that may still be taken for present.
 */
export const keepCase = async (
  directory: string | undefined,
  loaded: LoadedSite,
  answers: Answers,
  door: Door,
  again: readonly string[] = [],
): Promise<Result<KeptCase>> => {
  const at = door.now().toISOString();
  const opened = await (directory === undefined
    ? createIn(userData(), loaded.name, at)
    : openAt(directory, loaded.name, at, door));
  if (!opened.ok) return opened;
  const { folder, record } = opened.value;
  const locked = await folder.lock();
  if (!locked.ok) return locked;
  const { site, lab } = loaded;
  const before = finishedRun(record);
  const observations = again.length === 0 ? [] : notAgain(record, site, again, door.now());
  const begun = { ...record, site, answers, lab, before, observations, run: { startedAt: at, endedAt: null } };
  return good(keptIn(folder, begun, door.now));
};
