import { join } from 'node:path';
import { bad, type CaseRecord, CaseRecord as CaseRecordSchema, good, problem, type Result } from '../core/model';
import { writeAtomically } from '../disk';
import { diskProblem } from './disk-problem';
import { putEvidence, readEvidence } from './evidence';
import { madeFolder } from './folders';
import { lane } from './lane';
import { lockedByAnother, lockFolder, unlockFolder } from './lock';
import { type OpenedCase, RECORD, readRecord } from './record-file';

/** One case on the disk: `case.json`, the version before it, and `evidence/`. */
export interface CaseFolder {
  readonly folder: string;
  open(): Promise<Result<OpenedCase>>;
  /** Writes the record whole or not at all, in the order of the calls; refused while another process holds the lock. */
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
  return {
    folder,
    open: () => inTurn(() => readRecord(folder)),
    save: (record) => inTurn(() => saveRecord(folder, record)),
    putEvidence: (path, bytes) => putEvidence(folder, path, bytes),
    readEvidence: (path) => readEvidence(folder, path),
    lock: () => lockFolder(folder),
    unlock: () => unlockFolder(folder),
  };
};

const saveRecord = async (folder: string, record: CaseRecord): Promise<Result<null>> => {
  const checked = CaseRecordSchema.safeParse(record);
  if (!checked.success)
    return bad(problem('case-broken', folder, { at: checked.error.issues[0]?.path.join('.') ?? '' }));
  const free = await lockedByAnother(folder);
  if (!free.ok) return free;
  const made = await madeFolder(folder);
  if (!made.ok) return made;
  const path = join(folder, RECORD);
  const written = await writeAtomically(path, `${JSON.stringify(checked.data)}\n`, { keepPrevious: true });
  return written.ok ? good(null) : bad(diskProblem(written, path));
};
