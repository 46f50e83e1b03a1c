import { mkdir, readdir } from 'node:fs/promises';
import { bad, good, type Result } from '../core/model';
import { makeFolder, renameOver, writeFailed } from '../disk';
import { diskProblem } from './disk-problem';

/** Makes a folder and those above it, for the user alone; an existing one is fine. */
export const madeFolder = async (path: string): Promise<Result<null>> => {
  const made = await makeFolder(path);
  return made.ok ? good(null) : bad(diskProblem(made, path));
};

/** The names in a folder; null where there is no such folder, or it is none. */
export const namesIn = (path: string): Promise<readonly string[] | null> => readdir(path).catch(() => null);

/** Makes a folder that must be new; answers false where one of that name stands. */
export const freshFolder = async (path: string): Promise<Result<boolean>> => {
  try {
    await mkdir(path, { mode: 0o700 });
    return good(true);
  } catch (error) {
    const failed = writeFailed(error);
    return failed.code === 'file-exists' ? good(false) : bad(diskProblem(failed, path));
  }
};

/** Moves a folder within one disk. */
export const renamed = async (from: string, to: string): Promise<Result<null>> => {
  try {
    await renameOver(from, to);
    return good(null);
  } catch (error) {
    return bad(diskProblem(writeFailed(error), from));
  }
};
