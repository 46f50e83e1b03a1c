/** Waits for the first of them, for so long at most, or until nobody waits any more; leaves no timer behind. */
export const firstOf = (
  all: readonly Promise<void>[],
  milliseconds: number | null,
  signal: AbortSignal,
): Promise<void> =>
  new Promise((resolve) => {
    const timer = milliseconds === null ? undefined : setTimeout(leave, milliseconds);
    function leave(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', leave);
      resolve();
    }
    signal.addEventListener('abort', leave, { once: true });
    for (const one of all) void one.then(leave);
  });
