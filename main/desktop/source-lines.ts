import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { bad, good, type Observation, problem, type Result, type Site } from '../core/model';
import { shownPath } from '../run/shown-path';
import { pathsOf } from './known-paths';

export interface Line {
  readonly line: number;
  readonly text: string;
}

/** A line longer than this is shown cut; a log of binary noise must not fill the window. */
const LONGEST = 4000;

export interface Window {
  readonly from: number;
  readonly to: number;
}

/** The numbered lines of a text between two line numbers. */
export const linesOf = (text: string, { from, to }: Window): Line[] =>
  text
    .split(/\r?\n/)
    .slice(from - 1, to)
    .map((line, index) => ({ line: from + index, text: line.slice(0, LONGEST) }));

/** The material file that a quote of this line was taken from: sources name files as people see them. */
export const fileOfQuote = (site: Site, observation: Observation, line: number): string | null => {
  const quote = observation.quotes.find((one) => one.line === line) ?? observation.quotes[0];
  const shown = quote?.source.replace(/^[a-z]+:/, '').replace(/:\d+$/, '');
  const paths = pathsOf(site);
  // A case made on the command line names files relative to its profile.
  return (
    paths.find((path) => shownPath(site, path) === shown) ?? paths.find((path) => path.endsWith(`/${shown}`)) ?? null
  );
};

const streamOf = (path: string): NodeJS.ReadableStream => {
  const bytes = createReadStream(path);
  return path.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
};

/** Reads only as far as the window reaches; `file-unreadable` when the file is gone or no text. */
export const linesOfFile = async (path: string, { from, to }: Window): Promise<Result<Line[]>> => {
  const lines: Line[] = [];
  let line = 0;
  try {
    for await (const text of createInterface({ input: streamOf(path), crlfDelay: Number.POSITIVE_INFINITY })) {
      line += 1;
      if (line >= from) lines.push({ line, text: text.slice(0, LONGEST) });
      if (line >= to) break;
    }
    return good(lines);
  } catch (error) {
    return bad(problem('file-unreadable', path, { detail: error instanceof Error ? error.message : 'unknown' }));
  }
};
