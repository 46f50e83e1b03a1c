import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Written, wordOf, writeFailed } from './result';

/** For the user alone: a case holds mail addresses and configurations. */
const MODE = 0o700;

/**
 * Makes a folder and those above it; an existing one is fine. Not with Node's `recursive`, which answers ENOENT for a
 * read-only disk (seen on Node 20).
 */
export const makeFolder = async (path: string): Promise<Written> => {
  try {
    await make(path);
    return { ok: true };
  } catch (error) {
    return writeFailed(error);
  }
};

const make = async (path: string): Promise<void> => {
  try {
    await makeOne(path);
  } catch (error) {
    if (wordOf(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await make(dirname(path));
    // Once and not again: /proc answers ENOENT although the folder above is there.
    await makeOne(path);
  }
};

const makeOne = async (path: string): Promise<void> => {
  try {
    await mkdir(path, { mode: MODE });
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
};

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (seen) => seen.isDirectory(),
    () => false,
  );
