import { applyLine } from './apply';
import { continueFault } from './apply/service';
import { connectionAt, keep } from './connection';
import { isOtherLog } from './head';
import type { LogLine } from './lines';
import { clockOf, type Piece, type ReaderState, type Reading, rename, sourceNamed } from './reader-state';
import { recogniseLine } from './recognise-line';
import type { Moment } from './stamp';
import type { Here, Source } from './state';
import { asWritten, CUT_MARK, LINE_LIMIT, ownCopy } from './text';

const HEADER = new Set<LogLine['kind']>(['logfile-begin', 'logfile-end', 'version', 'time-offset', 'system-start']);

/** Compares with the zone where both have one, else as the clocks on the wall show. */
const isBefore = (one: Moment, other: Moment, east: number): boolean => {
  const local = ({ seconds, zoned }: Moment) => (zoned && !(one.zoned && other.zoned) ? seconds + east : seconds);
  return local(one) < local(other);
};

const isWanted = ({ from, to }: ReaderState, now: Reading, { moment }: Piece): boolean => {
  if (moment === null || (from === null && to === null)) return true;
  const east = clockOf(now, null).east ?? 0;
  return !(from && isBefore(moment, from, east)) && !(to && isBefore(to, moment, east));
};

/** A time with zone replaces one without: the lines before the header's offset say less. */
const noteTime = (now: Reading, { moment }: Piece): void => {
  if (moment === null) return;
  const better = (known: Moment | null) => known === null || (moment.zoned && !known.zoned);
  if (better(now.first) || moment.seconds < (now.first?.seconds ?? 0)) now.first = moment;
  if (better(now.last) || moment.seconds > (now.last?.seconds ?? 0)) now.last = moment;
};

const MOST = LINE_LIMIT / 8;

/** The text as it stands: quotes are compared with the file. Only very long lines are cut, with a mark. */
const quoted = (now: Reading, raw: string): string => {
  const text = now.given.latin1 ? asWritten(raw) : raw;
  return ownCopy(text.length > MOST ? `${text.slice(0, MOST)}${CUT_MARK}` : text);
};

const hereOf = (state: ReaderState, now: Reading, piece: Piece): Here => ({
  file: now.index,
  line: piece.line,
  seq: state.seq,
  moment: piece.moment,
  quote: () => ({ file: now.index, line: piece.line, text: quoted(now, piece.raw) }),
});

const readHeader = (state: ReaderState, now: Reading, line: LogLine, host: string | null): void => {
  if (line.kind === 'time-offset') {
    const clock = clockOf(now, host);
    clock.east = line.east;
    now.stamp = '';
  }
  if (line.kind === 'version' && host === null) rename(state, now, line.serial);
};

/** `DCID 7 …` or `CPQ ICID 7 …` with unknown words: kept with its connection when that is one of the quarantine. */
const STRANGE = /^(CPQ )?(D|I)CID (\d+)\b/i;

const readStrange = (source: Source, body: string, here: Here): void => {
  const found = STRANGE.exec(body);
  if (!found) return;
  const id = Number(found[3]);
  const kind = found[2]?.toUpperCase() === 'D' ? 'delivery' : 'receiving';
  const known = (kind === 'delivery' ? source.deliveries : source.receivings).get(id);
  if (!known?.kept && found[1] === undefined) return;
  const one = connectionAt(kind, id, source, here);
  if (!one || found[1] === undefined) return;
  one.cpq = true;
  keep(one);
};

const understood = (piece: Piece): LogLine | null =>
  recogniseLine(piece.body) ?? (piece.joined > 0 ? recogniseLine(piece.alone) : null);

const tell = (state: ReaderState, now: Reading, piece: Piece, source: Source, line: LogLine | null): void => {
  state.seq += 1;
  source.lastSeq = state.seq;
  source.lastAt = piece.moment ?? source.lastAt;
  source.openFault = null;
  if (line !== null) applyLine(line, source, hereOf(state, now, piece));
  else if (/^(?:CPQ |D|I)/i.test(piece.body)) readStrange(source, piece.body, hereOf(state, now, piece));
};

/** Reads one whole headed line: which appliance wrote it, whether it is wanted, what it tells. */
export const readBody = (state: ReaderState, now: Reading, piece: Piece): void => {
  if (isOtherLog(piece.head?.subscription ?? null)) return;
  const host = piece.head?.host ?? null;
  const line = understood(piece);
  if (line !== null && HEADER.has(line.kind)) {
    now.header += 1;
    readHeader(state, now, line, host);
    return;
  }
  noteTime(now, piece);
  if (line === null) now.unknown += 1;
  else now.told += 1;
  const source = host === null ? now.source : sourceNamed(state, host);
  now.sources.add(source);
  if (!now.given.copy && isWanted(state, now, piece)) tell(state, now, piece, source, line);
};

/** A headless line that belongs to the one before: only an application fault goes on over several lines. */
export const readContinuation = (now: Reading, text: string): void => {
  if (now.source.openFault !== null) continueFault(now.source, now.given.latin1 ? asWritten(text) : text);
};
