import type { LogReport, Role } from '../model';
import { type Clock, newClock } from './clock';
import type { Head } from './head';
import type { OwnTrace } from './own-lines';
import type { LogFile } from './report';
import { type Moment, momentOf } from './stamp';
import { newSource, type Source } from './state';
import { ownCopy } from './text';

export interface ReadOptions {
  /** Role of the appliance that wrote the logs, where it is known; else the lines tell it. */
  readonly role: Role | null;
  /** Quarantine ports; empty: 7025. */
  readonly ports: readonly number[];
  /** ISO times, with or without zone; lines outside are counted but not read. */
  /** Connections that this tool made (`ownTraces` of a ledger); they are shown and count for nothing. */
  readonly own?: readonly OwnTrace[] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface FileToRead {
  readonly path: string;
  readonly bytes: number;
  /** Which appliance wrote it, where that is known before its header is read. */
  readonly source?: string | null;
  /** Last change (ISO), for syslog stamps without year. */
  readonly modifiedAt?: string | null;
  /** The lines are bytes read as Latin-1; quotes are then given as they were written. */
  readonly latin1?: boolean;
  /** The same lines are read from another file: they are counted, not told twice. */
  readonly copy?: boolean;
}

/** A headed line; in a capture it waits for the pieces that a terminal broke off. */
export interface Piece {
  readonly head: Head | null;
  readonly level: string;
  readonly moment: Moment | null;
  readonly line: number;
  /** Without head, all pieces joined; `alone` is the first physical line only. */
  body: string;
  readonly alone: string;
  /** As it stands in the file. */
  raw: string;
  /** Length of the last physical line, and how many followed the first. */
  last: number;
  joined: number;
}

/** The file that is being read. */
export interface Reading {
  readonly file: LogFile;
  readonly index: number;
  readonly given: FileToRead;
  /** One clock for each host: a syslog file mixes appliances. */
  readonly clocks: Map<string, Clock>;
  readonly sources: Set<Source>;
  source: Source;
  /** Whether the source is named by more than the file's path. */
  named: boolean;
  /** A terminal capture: broken lines are rejoined. */
  capture: boolean;
  held: Piece | null;
  /** Whether any line had a head. */
  headed: boolean;
  /** Headless lines since the last headed one. */
  follows: number;
  /** Lines of mail, and lines of no known kind. */
  told: number;
  header: number;
  unknown: number;
  first: Moment | null;
  last: Moment | null;
  /** Stamp of the line before with its blank: most lines share their second with it. */
  stamp: string;
  moment: Moment | null;
}

export interface ReaderState {
  readonly options: ReadOptions;
  readonly ports: ReadonlySet<number>;
  readonly from: Moment | null;
  readonly to: Moment | null;
  readonly sources: Map<string, Source>;
  readonly files: LogFile[];
  readonly unreadable: LogReport['unreadable'];
  unknown: number;
  seq: number;
  now: Reading | null;
}

/** The port that AsyncOS uses unless it was changed (TechNote 200068). */
const DEFAULT_PORT = 7025;

export const newReaderState = (options: ReadOptions): ReaderState => ({
  options,
  ports: new Set(options.ports.length > 0 ? options.ports : [DEFAULT_PORT]),
  from: momentOf(options.from ?? ''),
  to: momentOf(options.to ?? ''),
  sources: new Map(),
  files: [],
  unreadable: [],
  unknown: 0,
  seq: 0,
  now: null,
});

/** The appliance of this name, new or known. */
export const sourceNamed = (state: ReaderState, name: string): Source => {
  const known = state.sources.get(name);
  if (known) return known;
  const begun = newSource(ownCopy(name), state.options.role, state.ports);
  state.sources.set(begun.key, begun);
  return begun;
};

/** A better name turned up (a serial number, a prompt): the source is renamed, or another one goes on. */
export const rename = (state: ReaderState, now: Reading, name: string): void => {
  if (now.source.key === name) return;
  const known = state.sources.get(name);
  if (known || now.named) now.source = sourceNamed(state, name);
  else {
    state.sources.delete(now.source.key);
    now.source.key = ownCopy(name);
    state.sources.set(now.source.key, now.source);
  }
  now.named = true;
  now.sources.add(now.source);
};

export const newReading = (state: ReaderState, given: FileToRead): Reading => {
  const source = sourceNamed(state, given.source ?? given.path);
  const { path, bytes } = given;
  return {
    file: { path, bytes, lines: 0, firstAt: null, lastAt: null, role: null, source: source.key },
    index: state.files.length,
    given,
    clocks: new Map(),
    sources: new Set(),
    source,
    named: (given.source ?? null) !== null,
    capture: false,
    held: null,
    headed: false,
    follows: 0,
    told: 0,
    header: 0,
    unknown: 0,
    first: null,
    last: null,
    stamp: '',
    moment: null,
  };
};

/** The clock of a host in this file; the file's own lines have the host ''. */
export const clockOf = (now: Reading, host: string | null): Clock => {
  const known = now.clocks.get(host ?? '');
  if (known) return known;
  const begun = newClock(momentOf(now.given.modifiedAt ?? ''));
  now.clocks.set(ownCopy(host ?? ''), begun);
  return begun;
};
