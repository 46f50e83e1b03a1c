import type { LogReport } from '../model';
import { momentAt } from './clock';
import { type Head, headOf } from './head';
import { isScreenNoise, promptHost, WRAP_FROM } from './paste';
import { readBody, readContinuation } from './read-body';
import {
  clockOf,
  type FileToRead,
  newReaderState,
  newReading,
  type Piece,
  type ReaderState,
  type Reading,
  type ReadOptions,
  rename,
} from './reader-state';
import { reportOf } from './report';
import { isoOf } from './stamp';
import { CUT_MARK, LINE_LIMIT, ownCopy } from './text';

export interface LogReader {
  readonly openFile: (file: FileToRead) => void;
  /** One line without its line feed. Never throws. */
  readonly line: (text: string) => void;
  /** Lines that the scanner leaves out: their number, and how many of them are of no known kind. */
  readonly skip: (lines: number, unknown: number) => void;
  readonly closeFile: () => void;
  /** Whether the open file can be given up: many lines, and none of them looks like a line of a log. */
  readonly isHopeless: () => boolean;
  /** Names a file that could not be read. */
  readonly unreadable: (path: string, code: string) => void;
  readonly finish: () => LogReport;
}

/** Headless lines that may continue one line: folded headers, tracebacks. */
const CONTINUED = 20;
const INFO = 'Info: ';
/** A capture may hold pages of other output before its first log line, a text without any is not read to its end. */
const PATIENCE = 50_000;

const pieceOf = (now: Reading, text: string, head: Head | null, level: string, bodyAt: number): Piece => {
  const body = text.slice(bodyAt);
  const { lines: line } = now.file;
  return { head, level, moment: now.moment, line, body, alone: body, raw: text, last: text.length, joined: 0 };
};

/** Most lines share stamp and level with the line before: then nothing needs to be read again. */
const quickPiece = (now: Reading, text: string): Piece | null => {
  const { stamp } = now;
  if (stamp === '' || !text.startsWith(stamp) || !text.startsWith(INFO, stamp.length)) return null;
  return pieceOf(now, text, null, 'Info', stamp.length + INFO.length);
};

const headedPiece = (now: Reading, text: string): Piece | null => {
  const quick = quickPiece(now, text);
  if (quick) return quick;
  const head = headOf(text);
  if (head === null) return null;
  now.moment = momentAt(clockOf(now, head.host), head);
  now.stamp = head.form === 'native' ? ownCopy(text.slice(0, text.indexOf(`${head.level}:`))) : '';
  return pieceOf(now, text, head, head.level, head.bodyAt);
};

const flush = (state: ReaderState, now: Reading): void => {
  const { held } = now;
  now.held = null;
  if (held) readBody(state, now, held);
};

/** In a capture a line without head goes on a line that fills the width of a terminal. */
const rejoin = (held: Piece, text: string): boolean => {
  if (held.last < WRAP_FROM || held.joined >= CONTINUED) return false;
  held.body += text;
  held.raw += `\n${text}`;
  held.last = text.length;
  held.joined += 1;
  return true;
};

const readHeadless = (state: ReaderState, now: Reading, text: string): void => {
  const host = promptHost(text);
  if (host !== null) {
    flush(state, now);
    now.capture = true;
    if (now.given.source === undefined || now.given.source === null) rename(state, now, host);
  } else if (isScreenNoise(text)) {
    now.capture = true;
    if (text.trim() !== '') flush(state, now);
  } else if (now.held === null || !rejoin(now.held, text)) {
    now.follows += 1;
    if (now.file.lines > now.follows && now.follows <= CONTINUED) readContinuation(now, text);
    else now.unknown += 1;
  }
};

const readLine = (state: ReaderState, now: Reading, whole: string): void => {
  now.file.lines += 1;
  let end = whole.length;
  while (end > 0 && whole.charCodeAt(end - 1) === 13) end -= 1;
  const text = end > LINE_LIMIT ? whole.slice(0, LINE_LIMIT) + CUT_MARK : whole.slice(0, end);
  const piece = headedPiece(now, text);
  if (piece === null) {
    readHeadless(state, now, text);
    return;
  }
  flush(state, now);
  now.headed = true;
  now.follows = 0;
  if (now.capture) now.held = piece;
  else readBody(state, now, piece);
};

const close = (state: ReaderState, now: Reading): void => {
  flush(state, now);
  state.now = null;
  const { file } = now;
  file.firstAt = now.first && isoOf(now.first);
  file.lastAt = now.last && isoOf(now.last);
  if (now.sources.size > 0) file.source = [...now.sources].map(({ key }) => key).join(', ');
  if (now.told === 0 && now.unknown > 0) {
    state.unreadable.push({ path: file.path, code: now.header > 0 ? 'not-a-mail-log' : 'not-a-log' });
    return;
  }
  state.unknown += now.unknown;
  state.files.push(file);
};

/**
 * A streaming reader of mail_logs: files are opened, their lines handed in, closed; memory grows with the quarantine's
 * connections, not with the file. Files of one appliance come in the order of their time (`orderFiles` gives it).
 * Grammar and rules: the log grammar page, sections 1 to 10; each kind of line names its own source.
 */
export const newLogReader = (options: ReadOptions): LogReader => {
  const state = newReaderState(options);
  const closeFile = (): void => {
    if (state.now) close(state, state.now);
  };
  return {
    openFile: (file) => {
      closeFile();
      state.now = newReading(state, file);
    },
    line: (text) => {
      if (state.now) readLine(state, state.now, text);
    },
    skip: (lines, unknown) => {
      if (!state.now) return;
      state.now.file.lines += lines;
      state.now.unknown += unknown;
    },
    closeFile,
    isHopeless: () => state.now !== null && state.now.file.lines > PATIENCE && !state.now.headed,
    unreadable: (path, code) => {
      state.unreadable.push({ path, code });
    },
    finish: () => {
      closeFile();
      const { unreadable, unknown: unknownLines } = state;
      return reportOf([...state.sources.values()], state.files, { unknownLines, unreadable }, options.own);
    },
  };
};
