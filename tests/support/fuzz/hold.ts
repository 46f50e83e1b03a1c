import fc from 'fast-check';

/** Time for the cases of one property on a very busy machine; all together take 30 s on two idle cores. */
export const LIMIT_MS = 240_000;

/** What a state of a machine may hold: a dialogue of 64 KiB, or a message of 128 KiB and a record, and what is read of it. */
export const MOST_HELD = 400_000;

/** Which transcript, its changes, and how it is delivered and ends. Answers the outcome by name; throws what is wrong. */
export type Case = (which: number, changes: readonly number[], shape: number) => string;

/**
 * Runs so many cases; how often each outcome came. A case that throws ends it, with its seed and the smallest change
 * that shows it.
 */
export const outcomesOf = (one: Case, cases: number): Record<string, number> => {
  const seen: Record<string, number> = {};
  const words = fc.array(fc.nat(), { maxLength: 8 });
  const property = fc.property(fc.nat(), words, fc.nat(), (which, changes, shape) => {
    const outcome = one(which, changes, shape);
    seen[outcome] = (seen[outcome] ?? 0) + 1;
  });
  fc.assert(property, { numRuns: cases });
  return seen;
};

export const total = (seen: Record<string, number>): number => Object.values(seen).reduce((sum, one) => sum + one, 0);

type End = { readonly kind: 'closed' | 'deadline' } | { readonly kind: 'reset'; readonly errno: string };

/** How the line ends, by a word of chance. */
export const endOf = (word: number): End => {
  const kind = (['closed', 'deadline', 'reset'] as const)[word % 3] ?? 'closed';
  return kind === 'reset' ? { kind, errno: 'ECONNRESET' } : { kind };
};

export const bytesEvent = (bytes: Uint8Array) => ({ kind: 'bytes', bytes }) as const;
