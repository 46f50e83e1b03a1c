import { basename, resolve } from 'node:path';
import { bad, type CaseRecord, good, problem, type Result } from '../core/model';
import { caseFolder } from './case-folder';
import { slugOf } from './case-id';
import { madeFolder, namesIn } from './folders';

/** What came out of a bundle. */
export interface Received {
  readonly record: CaseRecord;
  readonly madeAt: string;
  readonly pseudonymised: boolean;
  /** Raw evidence under the paths that the record quotes. */
  readonly evidence: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}

/**
 * Makes a case to be looked at in `path`, which must be absent or empty (`case-folder-foreign`). The record is written
 * last, so that a folder with a record is whole; from then on every save is refused (`case-read-only`).
 */
export const receiveCase = async (path: string, received: Received): Promise<Result<string>> => {
  const folder = resolve(path);
  const made = await madeFolder(folder);
  if (!made.ok) return made;
  const names = await namesIn(folder);
  if (names === null || names.length > 0) return bad(problem('case-folder-foreign', folder));
  const files = caseFolder(folder);
  for (const { path: inside, bytes } of received.evidence) {
    const kept = await files.putEvidence(inside, bytes);
    if (!kept.ok) return kept;
  }
  const { madeAt, pseudonymised, record } = received;
  const saved = await files.save({ ...record, id: slugOf(basename(folder)), received: { madeAt, pseudonymised } });
  return saved.ok ? good(folder) : saved;
};
