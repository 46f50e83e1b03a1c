import type { Kind, PseudonymTable } from './table';

/** Gives out pseudonyms, each original once; what the table of the case already knows keeps its pseudonym. */
export interface Allocation {
  known(kind: Kind, original: string): string | null;
  /** The pseudonym of `original`, made by `make` from the next free number where it has none yet. */
  numbered(kind: Kind, original: string, make: (number: number) => string): string;
  keep(kind: Kind, original: string, pseudonym: string): void;
  isTaken(pseudonym: string): boolean;
  table(): PseudonymTable['entries'];
}

const idOf = (kind: Kind, original: string): string => `${kind}\0${original}`;

/** `real` values are never given out: a pseudonym must not be somebody else. */
export const allocation = (earlier: PseudonymTable['entries'], real: ReadonlySet<string>): Allocation => {
  const entries = new Map<string, { kind: Kind; pseudonym: string }>();
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  const keep = (kind: Kind, original: string, pseudonym: string): void => {
    entries.set(idOf(kind, original), { kind, pseudonym });
    taken.add(pseudonym);
  };
  for (const one of earlier) keep(one.kind, one.original, one.pseudonym);
  const known = (kind: Kind, original: string) => entries.get(idOf(kind, original))?.pseudonym ?? null;
  return {
    known,
    keep,
    isTaken: (pseudonym) => taken.has(pseudonym),
    numbered(kind, original, make) {
      const before = known(kind, original);
      if (before !== null) return before;
      const series = make(0);
      let number = numbers.get(series) ?? 0;
      let pseudonym: string;
      do pseudonym = make(++number);
      while (taken.has(pseudonym) || real.has(pseudonym));
      numbers.set(series, number);
      keep(kind, original, pseudonym);
      return pseudonym;
    },
    table: () =>
      [...entries].map(([id, { kind, pseudonym }]) => ({ kind, original: id.slice(kind.length + 1), pseudonym })),
  };
};
