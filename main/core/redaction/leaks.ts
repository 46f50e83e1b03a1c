import { textEncodingsOf } from './encodings';
import { anyOf } from './literals';
import type { Replacement } from './pseudonyms';

export interface Leak {
  /** From 1. The value itself is never told. */
  readonly line: number;
  readonly kind: 'secret' | 'name';
}

const MOST_HITS = 20;

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;

const hits = (text: string, pattern: RegExp | null, kind: Leak['kind']): Leak[] => {
  if (pattern === null) return [];
  const lines = [...text.matchAll(pattern)].slice(0, MOST_HITS).map(({ index }) => lineAt(text, index));
  return [...new Set(lines)].map((line) => ({ line, kind }));
};

/** Searches finished texts for every secret and every original, in the encodings of a report and a document too. */
export const leakFinder = (
  secrets: RegExp | null,
  replacements: readonly Replacement[],
): ((text: string) => readonly Leak[]) => {
  const names = anyOf(
    replacements.flatMap(({ text, bounds }) => textEncodingsOf(text).map((form) => ({ text: form, bounds }))),
    'giu',
  );
  return (text) => [...hits(text, secrets, 'secret'), ...hits(text, names, 'name')];
};
