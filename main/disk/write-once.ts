import { access, link, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { temporaryBeside } from './atomic-file';
import { renameOver } from './rename';
import { type Written, wordOf, writeFailed } from './result';
import { syncFolder } from './sync-folder';
import { writeAtomically } from './write-atomically';

/**
 * Writes a file that must not exist yet, whole or not at all; answers `file-exists` and changes nothing where the name
 * is taken, also when two writers race for it.
 */
export const writeOnce = async (path: string, content: Uint8Array | string): Promise<Written> => {
  const finished = temporaryBeside(path);
  const written = await writeAtomically(finished, content);
  if (!written.ok) return written;
  try {
    await take(finished, path);
    await syncFolder(dirname(path));
    return { ok: true };
  } catch (error) {
    return writeFailed(error);
  } finally {
    await rm(finished, { force: true });
  }
};

/** A second name refuses a taken one by itself; where the file system has none, look first. */
const take = async (finished: string, path: string): Promise<void> => {
  try {
    await link(finished, path);
  } catch (error) {
    if (!['EPERM', 'ENOTSUP', 'ENOSYS'].includes(wordOf(error))) throw error;
    if (await isThere(path)) throw Object.assign(new Error(`EEXIST: file already exists, ${path}`), { code: 'EEXIST' });
    await renameOver(finished, path);
  }
};

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
