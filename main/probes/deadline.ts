import { performance } from 'node:perf_hooks';

/** Moments are milliseconds of the monotonic clock. */
export const now = (): number => performance.now();

export type Interrupted = 'deadline' | 'cancelled';

/** The work's value, or why it was not waited for any longer. The work itself is not stopped. */
export const within = async <T>(
  work: Promise<T>,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<T | Interrupted> => {
  if (signal?.aborted) return 'cancelled';
  let timer: NodeJS.Timeout | undefined;
  let cancel: () => void = () => undefined;
  const interrupted = new Promise<Interrupted>((resolve) => {
    cancel = () => resolve('cancelled');
    timer = setTimeout(() => resolve('deadline'), Math.max(0, deadline - now()));
    signal?.addEventListener('abort', cancel, { once: true });
  });
  try {
    return await Promise.race([work, interrupted]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', cancel);
  }
};

/** Waits; true when the time is over, false when cancelled before. */
export const pause = async (milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> =>
  (await within(new Promise<never>(() => undefined), now() + milliseconds, signal)) === 'deadline';
