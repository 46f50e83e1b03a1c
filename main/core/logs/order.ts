import { type Clock, momentAt, newClock } from './clock';
import { headOf } from './head';
import { promptHost } from './paste';
import { recogniseLine } from './recognise-line';
import { type Moment, momentOf } from './stamp';
import { ownCopy } from './text';

/** Lines at the beginning of a file that are looked at before the files are put in order. */
export const PEEK_LINES = 200;

/** What the beginning of a file tells: who wrote it, and when its lines begin. */
export interface Peek {
  readonly path: string;
  /** Serial number of its header, else the host of a prompt; null: not known. */
  readonly source: string | null;
  readonly serial: boolean;
  /** Time of the first line behind the header: the header itself can be younger (CRIBL). */
  readonly at: Moment | null;
  /** First headed line: files with the same one may be copies. */
  readonly first: string | null;
}

interface Looking {
  serial: string | null;
  host: string | null;
  header: Moment | null;
  at: Moment | null;
  first: string | null;
}

const lookAt = (looking: Looking, clock: Clock, text: string): void => {
  const head = headOf(text);
  if (head === null) {
    looking.host ??= promptHost(text);
    return;
  }
  looking.first ??= ownCopy(text);
  const line = recogniseLine(text.slice(head.bodyAt));
  if (line?.kind === 'time-offset') clock.east = line.east;
  if (line?.kind === 'version' && head.host === null) looking.serial ??= ownCopy(line.serial);
  const moment = momentAt(clock, head);
  if (line?.kind === 'logfile-begin' || line?.kind === 'version' || line?.kind === 'time-offset')
    looking.header ??= moment;
  else looking.at ??= moment;
};

/** Looks at the first lines of a file. Never throws. */
export const peekAt = (path: string, lines: readonly string[], modifiedAt: string | null): Peek => {
  const looking: Looking = { serial: null, host: null, header: null, at: null, first: null };
  const clock = newClock(momentOf(modifiedAt ?? ''));
  for (const text of lines.slice(0, PEEK_LINES)) {
    lookAt(looking, clock, text.replace(/\r+$/, ''));
    if (looking.at !== null && looking.serial !== null) break;
  }
  const { serial, host, header, at, first } = looking;
  return { path, source: serial ?? host, serial: serial !== null, at: at ?? header, first };
};

const folderOf = (path: string): string => path.replace(/[^/\\]*$/, '');

/** A piece without header belongs to the only appliance whose headed files lie in the same folder. */
const onlySerialBeside = (peek: Peek, peeks: readonly Peek[]): string | null => {
  const beside = peeks.filter((other) => other.serial && folderOf(other.path) === folderOf(peek.path));
  const serials = new Set(beside.map(({ source }) => source));
  return serials.size === 1 ? ([...serials][0] ?? null) : null;
};

export interface Ordered {
  /** Index into the peeks. */
  readonly index: number;
  readonly source: string | null;
}

/**
 * The order in which files are read: by the time of their first line, never by name or date of the file, because names
 * sort wrongly across a change to winter time. Files without time come last, by path. The order given does not matter.
 */
export const orderFiles = (peeks: readonly Peek[]): Ordered[] =>
  peeks
    .map((peek, index) => ({ peek, index, source: peek.source ?? onlySerialBeside(peek, peeks) }))
    .sort(({ peek: one }, { peek: other }) => {
      const [a, b] = [one.at?.seconds ?? Number.MAX_VALUE, other.at?.seconds ?? Number.MAX_VALUE];
      if (a !== b) return a - b;
      return one.path < other.path ? -1 : one.path > other.path ? 1 : 0;
    })
    .map(({ index, source }) => ({ index, source }));
