import type { Observation } from '../core/model';
import { placeOf } from '../core/report';

const EXCERPT = /\.excerpt\.txt$/;

/** A line of an excerpt: `1042: Thu Jun  4 …`. */
export const excerptRow = (line: number | null, text: string): string => `${line ?? '?'}: ${text}`;

/**
 * Logs and configurations are not carried whole, and some raw text was never kept: the quoted lines of each, with the
 * numbers they have in the original.
 */
export const excerptsOf = (observations: readonly Observation[]): ReadonlyMap<string, string> => {
  const rows = new Map<string, Map<string, number>>();
  for (const { vantage, quotes } of observations)
    for (const { source, quote } of quotes) {
      const place = placeOf(source, vantage);
      if (place === null || !EXCERPT.test(place.path)) continue;
      const file = rows.get(place.path) ?? new Map<string, number>();
      rows.set(place.path, file.set(excerptRow(place.line, quote), place.line ?? 0));
    }
  return new Map(
    [...rows].map(([path, lines]) => [
      path,
      `${[...lines]
        .sort(([, left], [, right]) => left - right)
        .map(([row]) => row)
        .join('\n')}\n`,
    ]),
  );
};
