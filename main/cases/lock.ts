import { link, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { bad, good, problem, type Result } from '../core/model';
import { readBounded, writeOnce } from '../disk';
import { diskProblem } from './disk-problem';
import { lane } from './lane';
import { type Holder, holderIn, isLeftOver, ourselves } from './lock-file';

const LOCK = 'lock';
const MAX_LOCK_BYTES = 4096;
const TRIES = 5;

/** Folders locked by this process. */
const held = new Set<string>();

/**
 * Locks a case folder for this process, so that two programs do not write over each other. Answers `case-locked` with
 * the holder's process and machine; a lock whose process has died is taken over.
 */
export const lockFolder = (folder: string): Promise<Result<null>> => inTurn(() => attempt(folder));

const inTurn = lane();

const attempt = async (folder: string): Promise<Result<null>> => {
  const path = join(folder, LOCK);
  for (let tried = 0; tried < TRIES; tried += 1) {
    const written = await writeOnce(path, JSON.stringify(ourselves(new Date().toISOString())));
    if (written.ok) return taken(folder);
    if (written.code !== 'file-exists') return bad(diskProblem(written, path));
    const holder = await currentHolder(path);
    if (!isLeftOver(holder, holds(folder))) return lockedBy(holder, folder);
    await putAside(path, folder);
  }
  return bad(problem('case-locked', folder, { pid: 0, host: '', since: '' }));
};

/** Gives the lock back; does nothing where this process does not hold it. */
export const unlockFolder = async (folder: string): Promise<void> => {
  if (!held.delete(resolve(folder))) return;
  await rm(join(folder, LOCK), { force: true });
};

/** The problem that keeps this process from writing, or null: somebody alive holds the lock. */
export const lockedByAnother = async (folder: string): Promise<Result<null>> => {
  if (holds(folder)) return good(null);
  const holder = await currentHolder(join(folder, LOCK));
  return holder === null || isLeftOver(holder, false) ? good(null) : lockedBy(holder, folder);
};

const holds = (folder: string): boolean => held.has(resolve(folder));

const taken = (folder: string): Result<null> => {
  held.add(resolve(folder));
  return good(null);
};

const lockedBy = (holder: Holder | null, folder: string): Result<null> =>
  bad(problem('case-locked', folder, { pid: holder?.pid ?? 0, host: holder?.host ?? '', since: holder?.since ?? '' }));

const currentHolder = async (path: string): Promise<Holder | null> => {
  const read = await readBounded(path, MAX_LOCK_BYTES);
  return read.ok ? holderIn(read.bytes.toString('utf8')) : null;
};

/**
 * Two processes may find the same left-over lock. Renamed aside it is looked at once more: if it is the other one's new
 * lock by now, it goes back to its place.
 */
const putAside = async (path: string, folder: string): Promise<void> => {
  const aside = `${path}.left-over-${process.pid}`;
  if (!(await succeeds(rename(path, aside)))) return;
  if (!isLeftOver(await currentHolder(aside), holds(folder))) await succeeds(link(aside, path));
  await rm(aside, { force: true });
};

const succeeds = (task: Promise<void>): Promise<boolean> =>
  task.then(
    () => true,
    () => false,
  );
