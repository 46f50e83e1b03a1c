/** Until when, and whether the engineer has called it off. */
export interface Limit {
  readonly signal: AbortSignal | undefined;
  /** Milliseconds left. */
  left(): number;
}

/** A limit that begins now. */
export const limitOf = (timeoutMs: number, signal: AbortSignal | undefined): Limit => {
  const end = performance.now() + timeoutMs;
  return { signal, left: () => Math.max(0, end - performance.now()) };
};

export type Within<T> = { readonly kind: 'value'; readonly value: T } | { readonly kind: 'timed-out' | 'cancelled' };

/** The promise's value, or that time ran out or it was called off; answers at once then, whatever the promise does. */
export const within = <T>(promise: Promise<T>, limit: Limit): Promise<Within<T>> =>
  new Promise((resolve, reject) => {
    const clear = () => {
      clearTimeout(timer);
      limit.signal?.removeEventListener('abort', cancel);
    };
    const leave = (outcome: Within<T>) => {
      clear();
      resolve(outcome);
    };
    const cancel = () => leave({ kind: 'cancelled' });
    const timer = setTimeout(() => leave({ kind: 'timed-out' }), limit.left());
    limit.signal?.addEventListener('abort', cancel);
    if (limit.signal?.aborted) cancel();
    promise.then(
      (value) => leave({ kind: 'value', value }),
      (error: unknown) => {
        clear();
        reject(error);
      },
    );
  });

/** Aborted when either the limit was called off or its own work is over. */
export const heededBy = (work: AbortController, { signal }: Limit): AbortSignal =>
  signal === undefined ? work.signal : AbortSignal.any([signal, work.signal]);
