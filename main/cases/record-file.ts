import { join } from 'node:path';
import { bad, CaseRecord, good, type Problem, problem, type Result } from '../core/model';
import { readBounded } from '../disk';
import { diskProblem } from './disk-problem';
import { renamed } from './folders';

export const RECORD = 'case.json';
const MAX_RECORD_BYTES = 64 * 1024 * 1024;

export interface OpenedCase {
  readonly record: CaseRecord;
  /** Not null when `case.json` could not be read and the version before it was taken. */
  readonly recovered: Problem | null;
}

/**
 * The record of a case folder. A broken `case.json` is answered by the version before it, with `case-recovered`; with
 * none that can be read by `case-broken`. A record of a newer program is left alone (`case-newer`).
 */
export const readRecord = async (folder: string): Promise<Result<OpenedCase>> => {
  const now = await recordIn(join(folder, RECORD));
  if (now.ok) return good({ record: now.value, recovered: null });
  if (now.problem.code === 'case-newer') return now;
  const before = await recordIn(join(folder, `${RECORD}.previous`));
  if (!before.ok) return now;
  return good({ record: before.value, recovered: problem('case-recovered', folder, { reason: now.problem.code }) });
};

/**
 * Before the first save into a folder: a `case.json` that nobody can read gets a name of its own
 * (`case.json.unreadable-20261124T204000000Z`), because two saves later it would stand nowhere. One of a newer program
 * is not saved over (`case-newer`), nor one that came out of a bundle (`case-read-only`).
 */
export const setUnreadableAside = async (folder: string, now: Date): Promise<Result<null>> => {
  const path = join(folder, RECORD);
  const there = await recordIn(path);
  if (there.ok && there.value.received !== undefined) return bad(problem('case-read-only', folder));
  if (there.ok || there.problem.code === 'case-missing') return good(null);
  if (there.problem.code === 'case-newer') return there;
  return renamed(path, `${path}.unreadable-${now.toISOString().replaceAll(/[-:.]/g, '')}`);
};

const recordIn = async (path: string): Promise<Result<CaseRecord>> => {
  const read = await readBounded(path, MAX_RECORD_BYTES);
  if (!read.ok) return bad(read.code === 'file-missing' ? problem('case-missing', path) : diskProblem(read, path));
  return recordOf(read.bytes.toString('utf8'), path);
};

const recordOf = (text: string, path: string): Result<CaseRecord> => {
  const found = parsed(text);
  if (found === undefined) return bad(problem('case-broken', path, { at: '' }));
  if (isNewer(found)) return bad(problem('case-newer', path));
  const checked = CaseRecord.safeParse(found);
  if (checked.success) return good(checked.data);
  return bad(problem('case-broken', path, { at: checked.error.issues[0]?.path.join('.') ?? '' }));
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const isNewer = (found: unknown): boolean => {
  if (typeof found !== 'object' || found === null || !('schema' in found)) return false;
  const version = /^cpq-doctor\/case\/(\d+)$/.exec(String(found.schema))?.[1];
  return version !== undefined && Number(version) > 1;
};
