import { join } from 'node:path';
import { bad, type CaseRecord, CaseRecord as CaseRecordSchema, good, problem, type Result } from '../core/model';
import { writeAtomically } from '../disk';
import { diskProblem } from './disk-problem';
import { putEvidence, readEvidence } from './evidence';
import { madeFolder } from './folders';
import { lane } from './lane';
import { lockedByAnother, lockFolder, unlockFolder } from './lock';
import { type OpenedCase, RECORD, readRecord, setUnreadableAside } from './record-file';

/** One case on the disk: `case.json`, the version before it, and `evidence/`. */
export interface CaseFolder {
  readonly folder: string;
  open(): Promise<Result<OpenedCase>>;
  /**
   * Writes the record whole or not at all, in the order of the calls; refused while another process holds the lock.
   * A `case.json` that cannot be read is not written over but set aside.
   */
  save(record: CaseRecord): Promise<Result<null>>;
  /** Answers the path inside the case folder under which the bytes stand. */
  putEvidence(path: string, bytes: Uint8Array): Promise<Result<string>>;
  readEvidence(path: string): Promise<Result<Uint8Array>>;
  lock(): Promise<Result<null>>;
  unlock(): Promise<void>;
}

/** The case in a folder, which need not exist yet. */
export const caseFolder = (folder: string): CaseFolder => {
  const inTurn = lane();
  /** What stands on the disk since the last look is ours, so that it need not be read before each save. */
  let ours = false;
  const open = (): Promise<Result<OpenedCase>> => {
    ours = false;
    return readRecord(folder);
  };
  const save = async (record: CaseRecord): Promise<Result<null>> => {
    const saved = await saveRecord(folder, record, ours);
    ours ||= saved.ok && record.received === undefined;
    return saved;
  };
  return {
    folder,
    open: () => inTurn(open),
    save: (record) => inTurn(() => save(record)),
    putEvidence: (path, bytes) => putEvidence(folder, path, bytes),
    readEvidence: (path) => readEvidence(folder, path),
    lock: () => lockFolder(folder),
    unlock: () => unlockFolder(folder),
  };
};

const saveRecord = async (folder: string, record: CaseRecord, ours: boolean): Promise<Result<null>> => {
  const checked = CaseRecordSchema.safeParse(record);
  if (!checked.success)
    return bad(problem('case-broken', folder, { at: checked.error.issues[0]?.path.join('.') ?? '' }));
  const free = await lockedByAnother(folder);
  if (!free.ok) return free;
  const made = await madeFolder(folder);
  if (!made.ok) return made;
  const aside = ours ? good(null) : await setUnreadableAside(folder, new Date());
  if (!aside.ok) return aside;
  const path = join(folder, RECORD);
  const written = await writeAtomically(path, `${JSON.stringify(checked.data)}\n`, { keepPrevious: true });
  return written.ok ? good(null) : bad(diskProblem(written, path));
};
