import { hostname } from 'node:os';
import { z } from 'zod';
import { isAlive } from './process-alive';

/** Who holds a case: shown to a second one who wants it. */
export const Holder = z.strictObject({
  pid: z.number().int().min(1),
  host: z.string().max(255),
  since: z.string().max(40),
});
export type Holder = z.infer<typeof Holder>;

export const ourselves = (now: string): Holder => ({ pid: process.pid, host: hostname(), since: now });

/** What a lock file says; null where it is not readable as one. */
export const holderIn = (text: string): Holder | null => {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/**
 * A lock is left over when its process on this machine has ended, or bears our own number though we do not hold it.
 * One from another machine always counts: nobody here can know.
 */
export const isLeftOver = (holder: Holder | null, heldByUs: boolean): boolean => {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  return holder.pid === process.pid ? !heldByUs : !isAlive(holder.pid);
};
