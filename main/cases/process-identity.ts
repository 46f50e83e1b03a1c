import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** The random number of this start of the machine (Linux, random(4)); null where there is none. */
export const bootId = (): string | null => textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? null;

/** When this start of the machine was, as far as its clock can be trusted. */
export const bootedAt = (): number => Date.now() - uptime() * 1000;

/** Field 22 of /proc/PID/stat; the name in field 2 may hold blanks and brackets (proc_pid_stat(5)). */
const START = 22 - 3;

/**
 * When a process was started, in ticks since the machine was; null where the system does not say, or there is no such
 * process. Together with the process's number it names one process: numbers are given again.
 */
export const startOf = (pid: number): string | null => {
  const stat = textOf(`/proc/${pid}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[START] ?? null;
};
