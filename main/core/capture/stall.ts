import type { CaptureStall, Side } from '../model';
import { type Connection, otherSide } from './connection';
import { instantText } from './instant';

/** How long nothing may move before it is worth saying: longer than any delayed acknowledgement or first retransmission. */
const QUIET_MICROS = 1_000_000;
const REPEATS = 2;

type Base = Omit<CaptureStall, 'kind' | 'bytes' | 'stuck' | 'frame'>;

const baseOf = (connection: Connection, from: Side): Base => {
  const direction = connection.directions[from];
  return {
    from,
    since: instantText(direction.progressAt ?? connection.openedAt),
    lastAt: instantText(connection.lastAt),
    retransmissions: direction.again?.count ?? 0,
    largestPassed: direction.largestPassed,
    stage: connection.stage,
  };
};

/** Seen near the sender: the same bytes again and again, and no word that they arrived. */
const unacknowledged = (connection: Connection, from: Side): CaptureStall | null => {
  const { again, next, acknowledged, highest } = connection.directions[from];
  if (again === null || again.count < REPEATS || acknowledged >= next) return null;
  const { smallest, largest, frame } = again;
  const bytes = highest - acknowledged;
  return { ...baseOf(connection, from), kind: 'unacknowledged', bytes, stuck: { smallest, largest }, frame };
};

/** Seen near the receiver: what follows came, what is before it never did. */
const missing = (connection: Connection, from: Side): CaptureStall | null => {
  const { waiting, next, acknowledged } = connection.directions[from];
  const [first] = waiting;
  if (first === undefined || acknowledged > next || connection.lastAt - first.at < QUIET_MICROS) return null;
  return { ...baseOf(connection, from), kind: 'missing', bytes: first.from - next, stuck: null, frame: first.frame };
};

const windowShut = (connection: Connection, from: Side): CaptureStall | null => {
  const shut = connection.shut[otherSide(from)];
  if (shut === null || connection.isOver || connection.lastAt - shut.at < QUIET_MICROS) return null;
  const base = { ...baseOf(connection, from), since: instantText(shut.at) };
  return { ...base, kind: 'window-shut', bytes: 0, stuck: null, frame: shut.frame };
};

/** The direction in which nothing moves any more, as it stood at the end; null: none. */
export const stallOf = (connection: Connection): CaptureStall | null => {
  for (const from of ['responder', 'initiator'] as const) {
    const found = unacknowledged(connection, from) ?? missing(connection, from) ?? windowShut(connection, from);
    if (found !== null) return found;
  }
  return null;
};
