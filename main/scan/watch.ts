import { type Problem, problem } from '../core/model/problem';

/** Looks after the limits of one analysis: cancelled, out of time, how far it came. */
export interface Watch {
  /** Null: go on. Asked at least once for each chunk. */
  readonly stopped: () => Problem | null;
  readonly advance: (bytes: number) => void;
  readonly elapsedMs: () => number;
}

export interface WatchOptions {
  readonly signal?: AbortSignal | undefined;
  readonly limitMs?: number | undefined;
  readonly onProgress?: ((bytes: number, total: number) => void) | undefined;
}

/** Begins to watch. `total` is the sum of the bytes that will be reported by `advance`. */
export const watchOver = ({ signal, limitMs, onProgress }: WatchOptions, total: () => number): Watch => {
  const begun = performance.now();
  let done = 0;
  const elapsedMs = (): number => performance.now() - begun;
  return {
    stopped: () => {
      if (signal?.aborted) return problem('cancelled');
      return limitMs !== undefined && elapsedMs() > limitMs ? problem('out-of-time') : null;
    },
    advance: (bytes) => {
      done += bytes;
      onProgress?.(Math.min(done, total()), total());
    },
    elapsedMs,
  };
};
