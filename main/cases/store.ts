import { dirname, join } from 'node:path';
import { bad, type CaseRecord, good, type Problem, problem, type Result } from '../core/model';
import { blankCase } from './blank-case';
import { type CaseFolder, caseFolder } from './case-folder';
import { isCaseId, newCaseId } from './case-id';
import { freshFolder, madeFolder, namesIn, renamed } from './folders';
import { isInterrupted } from './interrupted';
import { lockedByAnother, unlockFolder } from './lock';
import { type OpenedCase, readRecord } from './record-file';

/** One line of the list. A case that cannot be read is listed too, with `record` null and the reason. */
export interface CaseEntry {
  readonly id: string;
  readonly record: CaseRecord | null;
  /** Its last run never ended: the program or the machine stopped. */
  readonly interrupted: boolean;
  readonly problem: Problem | null;
}

/** All cases of a data folder, a folder each; removed ones wait in a bin. */
export interface CaseStore {
  readonly root: string;
  list(): Promise<readonly CaseEntry[]>;
  bin(): Promise<readonly CaseEntry[]>;
  create(name: string, now: string): Promise<Result<CaseRecord>>;
  open(id: string): Promise<Result<OpenedCase>>;
  save(record: CaseRecord): Promise<Result<null>>;
  remove(id: string): Promise<Result<null>>;
  restore(id: string): Promise<Result<null>>;
  /** The absolute path of a case's folder. */
  folder(id: string): string;
  putEvidence(id: string, path: string, bytes: Uint8Array): Promise<Result<string>>;
  readEvidence(id: string, path: string): Promise<Result<Uint8Array>>;
  lock(id: string): Promise<Result<null>>;
  unlock(id: string): Promise<void>;
}

const CASES = 'cases';
const BIN = 'bin';

/** The cases under a data folder (see `dataFolder`). Nothing is made on the disk before something is written. */
export const openStore = (root: string): CaseStore => {
  const cases = join(root, CASES);
  const bin = join(root, BIN);
  const at = folderOf(cases);
  const withCase = <T>(id: string, act: (one: CaseFolder) => Promise<Result<T>>): Promise<Result<T>> =>
    isCaseId(id) ? act(at(id)) : Promise.resolve(bad(problem('case-missing', id.slice(0, 100))));
  return {
    root,
    list: () => entriesIn(cases),
    bin: () => entriesIn(bin),
    create: (name, now) => createdIn(cases, at, name, now),
    open: (id) => withCase(id, async (one) => namedAs(id, await one.open())),
    save: (record) => withCase(record.id, (one) => one.save(record)),
    remove: (id) => withCase(id, (one) => movedTo(join(bin, id), one.folder)),
    restore: (id) => withCase(id, (one) => movedTo(one.folder, join(bin, id))),
    folder: (id) => at(id).folder,
    putEvidence: (id, path, bytes) => withCase(id, (one) => one.putEvidence(path, bytes)),
    readEvidence: (id, path) => withCase(id, (one) => one.readEvidence(path)),
    lock: (id) => withCase(id, (one) => one.lock()),
    unlock: (id) => at(id).unlock(),
  };
};

/** One object a case, so that its writes queue behind each other. Throws for an id that is none: a mistake of ours. */
const folderOf = (cases: string) => {
  const known = new Map<string, CaseFolder>();
  return (id: string): CaseFolder => {
    if (!isCaseId(id)) throw new RangeError(`not a case id: ${JSON.stringify(id.slice(0, 100))}`);
    const one = known.get(id) ?? caseFolder(join(cases, id));
    known.set(id, one);
    return one;
  };
};

/** A folder that was copied by hand keeps the old id inside; the folder's name counts. */
const namedAs = (id: string, opened: Result<OpenedCase>): Result<OpenedCase> =>
  opened.ok ? good({ ...opened.value, record: { ...opened.value.record, id } }) : opened;

const TRIES = 20;

const createdIn = async (
  cases: string,
  at: (id: string) => CaseFolder,
  name: string,
  now: string,
): Promise<Result<CaseRecord>> => {
  const made = await madeFolder(cases);
  if (!made.ok) return made;
  for (let tried = 0; tried < TRIES; tried += 1) {
    const record = blankCase(newCaseId(name, now), name, now);
    const fresh = await freshFolder(at(record.id).folder);
    if (!fresh.ok) return fresh;
    if (!fresh.value) continue;
    const saved = await at(record.id).save(record);
    return saved.ok ? good(record) : saved;
  }
  return bad(problem('case-exists', cases));
};

const entriesIn = async (folder: string): Promise<readonly CaseEntry[]> => {
  const entries: CaseEntry[] = [];
  for (const id of ((await namesIn(folder)) ?? []).filter(isCaseId)) entries.push(await entryOf(folder, id));
  return entries.sort((left, right) => changedAt(right).localeCompare(changedAt(left)));
};

const changedAt = ({ record }: CaseEntry): string => record?.changedAt ?? '';

const entryOf = async (folder: string, id: string): Promise<CaseEntry> => {
  const opened = namedAs(id, await readRecord(join(folder, id)));
  if (!opened.ok) return { id, record: null, interrupted: false, problem: opened.problem };
  const { record, recovered } = opened.value;
  return { id, record, interrupted: isInterrupted(record), problem: recovered };
};

const movedTo = async (target: string, folder: string): Promise<Result<null>> => {
  const free = await lockedByAnother(folder);
  if (!free.ok) return free;
  if ((await namesIn(folder)) === null) return bad(problem('case-missing', folder));
  if ((await namesIn(target)) !== null) return bad(problem('case-exists', target));
  const made = await madeFolder(dirname(target));
  if (!made.ok) return made;
  await unlockFolder(folder);
  return renamed(folder, target);
};
