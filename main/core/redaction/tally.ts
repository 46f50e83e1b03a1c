import type { Kind } from './table';

/** How many values of each kind were replaced. */
export type Tally = Map<Kind, number>;

export const count = (tally: Tally, kind: Kind, by = 1): void => {
  if (by > 0) tally.set(kind, (tally.get(kind) ?? 0) + by);
};

export const total = (tally: Tally): number => [...tally.values()].reduce((sum, one) => sum + one, 0);
