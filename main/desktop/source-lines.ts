import { cleanLine } from '../core/asyncos/lines';
import type { Quote, Site } from '../core/model';
import { shownPath } from '../run/shown-path';
import { pathsOf } from './known-paths';

export interface Line {
  readonly line: number;
  readonly text: string;
}

export interface Window {
  readonly from: number;
  readonly to: number;
}

const LONGEST = 4000;

/** A raw line as the window shows it: without a terminal's colours and ends, and cut where it is endless. */
export const shownLine = (raw: string): string => cleanLine(raw).slice(0, LONGEST);

/** The numbered lines of a text between two line numbers, counted as checks count them. */
export const linesOf = (text: string, { from, to }: Window): Line[] =>
  text
    .split(text.includes('\n') ? '\n' : '\r')
    .slice(from - 1, to)
    .map((line, index) => ({ line: from + index, text: shownLine(line) }));

/** A source without its kind and its line: the place of the evidence, or the name of the material. */
export const placeIn = (source: string): string => source.replace(/^[a-z]+:/, '').replace(/:\d+$/, '');

/**
 * The one material file that a source names as people see it, or null: where two files could be meant, neither is
 * shown. A case made on the command line names files relative to its profile.
 */
export const fileNamed = (site: Site, place: string): string | null => {
  const paths = [...new Set(pathsOf(site))];
  const exact = paths.filter((path) => shownPath(site, path) === place);
  const found = exact.length > 0 ? exact : paths.filter((path) => path.endsWith(`/${place}`));
  return found.length === 1 ? (found[0] ?? null) : null;
};

/** Whether these lines are those that were quoted: a file may have been rotated or replaced since. */
export const stillHold = (lines: readonly Line[], { line, quote }: Quote): boolean => {
  const [first = ''] = quote.split('\n');
  const there = lines.find((one) => one.line === line)?.text;
  return there?.includes(cleanLine(first).slice(0, LONGEST).trim()) ?? false;
};
