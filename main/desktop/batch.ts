/** Gathers what comes in quick succession, because each message to the page costs milliseconds. */
export interface Batch<T> {
  add(item: T): void;
  /** Gives what waits now; for the moment before an answer that must not overtake it. */
  flush(): void;
}

/** Gives the gathered items `waitMs` after the first of them came. */
export const batchOf = <T>(waitMs: number, give: (items: readonly T[]) => void): Batch<T> => {
  let waiting: T[] = [];
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const items = waiting;
    waiting = [];
    if (items.length > 0) give(items);
  };
  return {
    add: (item) => {
      waiting.push(item);
      timer ??= setTimeout(flush, waitMs);
    },
    flush,
  };
};
