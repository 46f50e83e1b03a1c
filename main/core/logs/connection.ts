import type { Connection, Here, Message, Source } from './state';
import { ownCopy } from './text';

/** Ordinary connections that are remembered at a time for each appliance; memory does not grow with the file. */
const RECENT = 4096;
const MAYBE = 4096;
/** Well-known ports of other services: such a connection needs no second look. */
const ORDINARY_PORTS = new Set([25, 465, 587, 6025]);

const blank = (kind: Connection['kind'], id: number, source: Source, { seq }: Here): Connection => ({
  kind,
  id,
  source,
  opened: false,
  openedAt: null,
  closedAt: null,
  firstSeq: seq,
  lastSeq: seq,
  lastAt: null,
  own: null,
  peer: null,
  port: null,
  tls: { result: 'none', protocol: null, cipher: null, reason: null },
  tlsSeq: -1,
  destination: null,
  cpq: false,
  words: false,
  carried: false,
  spam: false,
  anonymous: null,
  tlsFailed: null,
  connectFailed: null,
  refused: null,
  delayed: null,
  delivered: null,
  bounced: [],
  lost: false,
  closed: false,
  messages: null,
  lines: [],
  kept: false,
});

/** Rule 2, second pass: a failed attempt without port and domain, or an unusual port, may turn out to be quarantine. */
const mayBeQuarantine = (one: Connection): boolean =>
  one.kind === 'delivery' &&
  !one.spam &&
  one.destination === null &&
  (one.port === null ? one.connectFailed !== null : !ORDINARY_PORTS.has(one.port));

const forget = (source: Source, one: Connection): void => {
  if (one.kept || !mayBeQuarantine(one)) return;
  source.maybe.push(one);
  if (source.maybe.length > MAYBE) source.maybe.splice(0, MAYBE / 2);
};

const byIdOf = (source: Source, kind: Connection['kind']): Map<number, Connection> =>
  kind === 'delivery' ? source.deliveries : source.receivings;

/** The oldest goes first, except a quarantine connection that is still open: hours may lie between its messages. */
const makeRoom = (source: Source, byId: Map<number, Connection>): void => {
  if (byId.size <= RECENT) return;
  for (const id of [...byId.keys()].slice(0, RECENT / 2)) {
    const one = byId.get(id);
    byId.delete(id);
    if (one?.kept && !one.closed) byId.set(id, one);
    else if (one) forget(source, one);
  }
};

/** Begins a record; one of the same id before it is over (ids are 32 bit or more, they return only after a re-image). */
export const beginConnection = (kind: Connection['kind'], id: number, source: Source, here: Here): Connection => {
  const byId = byIdOf(source, kind);
  const old = byId.get(id);
  if (old) forget(source, old);
  byId.delete(id);
  const begun = blank(kind, id, source, here);
  byId.set(id, begun);
  makeRoom(source, byId);
  return begun;
};

/** The record of an id, with this line noted; id 0 stands for no connection at all. */
export const connectionAt = (kind: Connection['kind'], id: number, source: Source, here: Here): Connection | null => {
  if (id === 0) return null;
  const one = byIdOf(source, kind).get(id) ?? beginConnection(kind, id, source, here);
  return noted(one, here);
};

/** Notes that this line belongs to the connection. */
export const noted = (one: Connection, here: Here): Connection => {
  const { lines } = one;
  if (lines[lines.length - 1] !== here.line || lines[lines.length - 2] !== here.file) lines.push(here.file, here.line);
  one.lastSeq = here.seq;
  one.lastAt = here.moment;
  return one;
};

/** Keeps a connection that carries a sign of the quarantine; whether it is one is decided at the end. */
export const keep = (one: Connection): void => {
  if (one.kept) return;
  one.kept = true;
  one.source.kept.push(one);
};

export const messageOn = (one: Connection, mid: number, here: Here): Message => {
  one.messages ??= new Map();
  const known = one.messages.get(mid);
  if (known) return known;
  const begun: Message = { mid, rids: new Set(), outcome: 'open', peerMid: null, startedAt: here.moment };
  one.messages.set(mid, begun);
  return begun;
};

/** MIDs that are remembered at a time for each appliance, oldest forgotten first. */
const MIDS = 16_384;

/** Remembers on which connection a message came or goes. */
export const remember = (
  source: Source,
  mid: number,
  ends: { receiving: Connection | null; delivery: Connection | null },
) => {
  source.mids.delete(mid);
  source.mids.set(mid, ends);
  if (source.mids.size <= MIDS) return;
  for (const old of [...source.mids.keys()].slice(0, MIDS / 2)) source.mids.delete(old);
};

/** Addresses and suites repeat: one copy of each, free of the chunk it came from. */
const WORDS = new Map<string, string>();
export const word = (text: string): string => {
  const known = WORDS.get(text);
  if (known !== undefined) return known;
  const copy = ownCopy(text);
  if (WORDS.size < 5000) WORDS.set(copy, copy);
  return copy;
};

export const wordOrNull = (text: string | null): string | null => (text === null ? null : word(text));
