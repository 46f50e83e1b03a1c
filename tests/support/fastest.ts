const ROUNDS = 20;

/**
 * How long the fastest of twenty rounds takes, in milliseconds: neither a pause of the machine nor the first rounds,
 * which run before the code is compiled, count.
 */
export const fastest = (work: () => unknown): number =>
  Math.min(
    ...Array.from({ length: ROUNDS }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
