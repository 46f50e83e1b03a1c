import { hostname } from 'node:os';
import { z } from 'zod';
import { isAlive } from './process-alive';
import { bootedAt, bootId, startOf } from './process-identity';

/** Who holds a case: shown to a second one who wants it. */
export const Holder = z.strictObject({
  pid: z.number().int().min(1),
  host: z.string().max(255),
  since: z.string().max(40),
  /** When the process and its machine were started, where the system says so. */
  started: z.string().max(40).nullable().default(null),
  boot: z.string().max(64).nullable().default(null),
});
export type Holder = z.infer<typeof Holder>;

export const ourselves = (now: string): Holder => ({
  pid: process.pid,
  host: hostname(),
  since: now,
  started: startOf(process.pid),
  boot: bootId(),
});

/** What a lock file says; null where it is not readable as one. */
export const holderIn = (text: string): Holder | null => {
  try {
    return Holder.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

/** Clocks are set right by minutes, seldom by more. */
const CLOCK_MS = 10 * 60_000;

/** Whether the machine was started again since: its process numbers then mean other processes. */
const isOfEarlierBoot = ({ boot, since }: Holder): boolean => {
  const now = bootId();
  if (now !== null) return boot !== null && boot !== now;
  return Date.parse(since) < bootedAt() - CLOCK_MS;
};

/** Whether the process of that number is the one that took the lock, as far as the system says. */
const isSameProcess = ({ pid, started }: Holder): boolean => {
  const now = startOf(pid);
  return started === null || now === null || started === now;
};

/**
 * A lock is left over when its process on this machine has ended, its number belongs to another process by now, or it
 * bears our own number though we do not hold it. One from another machine always counts: nobody here can know.
 */
export const isLeftOver = (holder: Holder | null, heldByUs: boolean): boolean => {
  if (holder === null) return true;
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !heldByUs;
  return isOfEarlierBoot(holder) || !isAlive(holder.pid) || !isSameProcess(holder);
};
