import { PEEK_LINES, type Peek, peekAt } from '../core/logs';
import type { Entry } from './entry';
import { linesOf } from './lines';
import type { Watch } from './watch';

/** Text holds tab, line ends, form feed, escape; a log line one NUL in a Subject, but not one in fifty letters. */
const isControl = (code: number): boolean => code < 32 && (code < 9 || code > 13) && code !== 27;
const BINARY = 50;

const isBinary = (lines: readonly string[]): boolean => {
  const text = lines.join('\n').slice(0, 65_536);
  let controls = 0;
  for (let at = 0; at < text.length; at += 1) if (isControl(text.charCodeAt(at))) controls += 1;
  return controls * BINARY > text.length;
};

export interface Looked {
  readonly peek: Peek;
  readonly empty: boolean;
  readonly binary: boolean;
}

/** Looks at the beginning of an entry. Throws what reading it throws, unless lines came before. */
export const lookAt = async (entry: Entry, watch: Watch): Promise<Looked> => {
  const lines: string[] = [];
  try {
    for await (const read of linesOf(entry, watch)) {
      lines.push(...read.lines.slice(0, PEEK_LINES));
      if (lines.length >= PEEK_LINES) break;
    }
  } catch (error) {
    if (lines.length === 0) throw error;
  }
  const peek = peekAt(entry.path, lines, entry.modifiedAt);
  return { peek, empty: lines.length === 0, binary: isBinary(lines) };
};
