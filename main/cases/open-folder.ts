import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { bad, good, problem, type Result } from '../core/model';
import { blankCase } from './blank-case';
import { type CaseFolder, caseFolder } from './case-folder';
import { slugOf } from './case-id';
import { madeFolder, namesIn } from './folders';
import { type OpenedCase, RECORD } from './record-file';

export interface OpenedFolder extends OpenedCase {
  readonly files: CaseFolder;
  /** The folder held no case yet. */
  readonly created: boolean;
}

/**
 * The single case of a folder, for `--case DIR`: opened where the folder holds one, made where it is absent or empty,
 * refused (`case-folder-foreign`) where it is a file or holds something else. Does not lock.
 */
export const openFolder = async (path: string, name: string, now: string): Promise<Result<OpenedFolder>> => {
  const folder = resolve(path);
  const files = caseFolder(folder);
  const names = await namesIn(folder);
  if (names === null && (await isThere(folder))) return bad(problem('case-folder-foreign', folder));
  if (names === null || names.length === 0) return begun(files, name, now);
  if (!names.some((one) => one === RECORD || one === `${RECORD}.previous`)) {
    return bad(problem('case-folder-foreign', folder));
  }
  const opened = await files.open();
  return opened.ok ? good({ ...opened.value, files, created: false }) : opened;
};

const begun = async (files: CaseFolder, name: string, now: string): Promise<Result<OpenedFolder>> => {
  const made = await madeFolder(files.folder);
  if (!made.ok) return made;
  const record = blankCase(slugOf(basename(files.folder)), name, now);
  const saved = await files.save(record);
  return saved.ok ? good({ record, recovered: null, files, created: true }) : saved;
};

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
