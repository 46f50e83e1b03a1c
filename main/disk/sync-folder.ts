import { open } from 'node:fs/promises';
import { wordOf } from './result';

/** Systems and file systems that cannot flush a folder say so in these words. */
const CANNOT = ['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'];

/** Flushes a folder's entries to the disk, so that a rename in it survives a power cut where the system offers that. */
export const syncFolder = async (folder: string): Promise<void> => {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!CANNOT.includes(wordOf(error))) throw error;
  }
};
