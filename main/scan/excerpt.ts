import { type ExcerptOf, excerptOf } from '../core/logs';
import { asWritten } from '../core/logs/text';
import type { LogReport } from '../core/model';
import { bad, good, type Result } from '../core/model/problem';
import type { Entry } from './entry';
import { expand } from './expand';
import { linesOf } from './lines';
import { type Watch, type WatchOptions, watchOver } from './watch';

export interface Excerpt {
  readonly path: string;
  /** The kept lines as they stand, each with its number: `1042: Thu Jun  4 …`. */
  readonly text: string;
}

const read = async (entry: Entry, { path, lines: numbers }: ExcerptOf, watch: Watch): Promise<Excerpt> => {
  const wanted = new Set(numbers);
  const last = numbers.at(-1) ?? 0;
  const kept: string[] = [];
  let number = 0;
  for await (const { lines, latin1 } of linesOf(entry, watch)) {
    for (const line of lines) {
      number += 1;
      if (wanted.has(number)) kept.push(`${number}: ${(latin1 ? asWritten(line) : line).replace(/\r+$/, '')}`);
    }
    if (number >= last) break;
  }
  return { path, text: `${kept.join('\n')}\n` };
};

/**
 * Reads the lines that a bundle keeps of the files a report was made from (`excerptOf`), from the same paths.
 * Fails with `file-not-found`, `cancelled`, `out-of-time`; a file that can no longer be read is left out.
 */
export const readExcerpts = async (
  paths: readonly string[],
  report: LogReport,
  options: WatchOptions = {},
): Promise<Result<Excerpt[]>> => {
  const watch = watchOver(options, () => 0);
  const expanded = await expand(paths, watch);
  if (!expanded.ok) return expanded;
  const byPath = new Map(expanded.value.entries.map((entry) => [entry.path, entry]));
  const excerpts: Excerpt[] = [];
  for (const one of excerptOf(report)) {
    const entry = byPath.get(one.path);
    const excerpt = entry ? await read(entry, one, watch).catch(() => null) : null;
    if (excerpt) excerpts.push(excerpt);
    const stopped = watch.stopped();
    if (stopped !== null) return bad(stopped);
  }
  return good(excerpts);
};
