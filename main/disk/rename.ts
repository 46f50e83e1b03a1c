import { rename } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { wordOf } from './result';

/** Windows answers so for a moment while a virus scanner or an indexer holds the file. */
const PASSING = ['EPERM', 'EACCES', 'EBUSY'];

/** Waits before each further try, in milliseconds: about a second in all. */
const PAUSES = [10, 20, 50, 100, 200, 300, 400];

/** Renames a file over another, and tries again while the target is held by somebody else. Throws as `rename` does. */
export const renameOver = async (from: string, to: string): Promise<void> => {
  for (const wait of PAUSES) {
    const error = await attempt(from, to);
    if (error === null) return;
    if (!PASSING.includes(wordOf(error))) throw error;
    await pause(wait);
  }
  await rename(from, to);
};

const attempt = (from: string, to: string): Promise<unknown> =>
  rename(from, to).then(
    () => null,
    (error: unknown) => error,
  );
