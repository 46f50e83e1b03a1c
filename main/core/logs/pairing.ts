import type { LogReport } from '../model';
import type { Moment } from './stamp';
import { type Connection, type Message, roleOf, type Source } from './state';

/** Without a shared message, both addresses and openings this close (corrected by the clocks' offset) make a twin. */
const CLOSE = 2;

interface Carried {
  readonly one: Connection;
  readonly message: Message;
}

const byMid = (connections: readonly Connection[]): Map<number, Carried[]> => {
  const found = new Map<number, Carried[]>();
  for (const one of connections) {
    if (one.kind !== 'receiving' || one.messages === null) continue;
    for (const message of one.messages.values())
      found.set(message.mid, [...(found.get(message.mid) ?? []), { one, message }]);
  }
  return found;
};

const between = (from: Moment | null, to: Moment | null): number | null =>
  from === null || to === null || from.zoned !== to.zoned ? null : to.seconds - from.seconds;

const isOpposite = (one: Source, other: Source): boolean => {
  const [role, otherRole] = [roleOf(one), roleOf(other)];
  return one !== other && (role === null || otherRole === null || role !== otherRole);
};

/** Addresses cross: one's peer is the other's interface. NAT breaks that, so it only chooses between candidates. */
const crosses = (one: Connection, other: Connection): boolean =>
  one.own !== null && one.peer !== null && one.own === other.peer && one.peer === other.own;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;

/** A MID repeats after a re-image, and two SMAs count alike: several candidates without crossing addresses are none. */
const choose = (delivery: Connection, candidates: readonly Carried[]): Carried | null => {
  const possible = candidates.filter(({ one }) => isOpposite(delivery.source, one.source));
  if (possible.length < 2) return possible[0] ?? null;
  const crossing = possible.filter(({ one }) => crosses(delivery, one));
  return crossing.length === 1 ? (crossing[0] ?? null) : null;
};

export interface Pairing {
  readonly twins: ReadonlyMap<Connection, Connection>;
  readonly clockOffsets: LogReport['clockOffsets'];
}

class Differences {
  readonly #byPair = new Map<string, { from: string; to: string; seconds: number[] }>();

  add(from: Source, to: Source, seconds: number | null): void {
    if (seconds === null) return;
    const key = JSON.stringify([from.key, to.key]);
    const known = this.#byPair.get(key) ?? { from: from.key, to: to.key, seconds: [] };
    known.seconds.push(seconds);
    this.#byPair.set(key, known);
  }

  of(from: Source, to: Source): number {
    const there = this.#byPair.get(JSON.stringify([from.key, to.key]));
    const back = this.#byPair.get(JSON.stringify([to.key, from.key]));
    return there ? median(there.seconds) : back ? -median(back.seconds) : 0;
  }

  list(): LogReport['clockOffsets'] {
    return [...this.#byPair.values()].map(({ from, to, seconds }) => ({
      from,
      to,
      seconds: median(seconds),
      pairs: seconds.length,
    }));
  }
}

/** The responder's MID stands in the initiator's `Response 'ok:  Message K accepted'` (QALIB): that joins both logs. */
const pairByMessage = (connections: readonly Connection[], twins: Map<Connection, Connection>): Differences => {
  const differences = new Differences();
  const received = byMid(connections);
  for (const delivery of connections) {
    if (delivery.kind !== 'delivery' || delivery.messages === null) continue;
    for (const message of delivery.messages.values()) {
      const found = message.peerMid === null ? null : choose(delivery, received.get(message.peerMid) ?? []);
      if (!found) continue;
      found.message.peerMid = message.mid;
      twins.set(delivery, found.one);
      twins.set(found.one, delivery);
      differences.add(delivery.source, found.one.source, between(message.startedAt, found.message.startedAt));
    }
  }
  return differences;
};

/** Second key, never time alone: crossing addresses and openings at the same moment, and only one candidate. */
const pairByOpening = (
  connections: readonly Connection[],
  twins: Map<Connection, Connection>,
  differences: Differences,
): void => {
  const byEnds = new Map<string, Connection[]>();
  const free = connections.filter((one) => !twins.has(one) && one.openedAt !== null && one.own && one.peer);
  for (const one of free)
    if (one.kind === 'receiving')
      byEnds.set(`${one.peer}>${one.own}`, [...(byEnds.get(`${one.peer}>${one.own}`) ?? []), one]);
  for (const delivery of free) {
    if (delivery.kind !== 'delivery') continue;
    const near = (byEnds.get(`${delivery.own}>${delivery.peer}`) ?? []).filter((one) => {
      if (twins.has(one) || !isOpposite(delivery.source, one.source)) return false;
      const seconds = between(delivery.openedAt, one.openedAt);
      return seconds !== null && Math.abs(seconds - differences.of(delivery.source, one.source)) <= CLOSE;
    });
    const [only] = near;
    if (near.length !== 1 || !only) continue;
    twins.set(delivery, only);
    twins.set(only, delivery);
  }
};

/** Pairs each delivery connection with its receiving twin in another appliance's log; the clocks' offsets fall out. */
export const pairUp = (connections: readonly Connection[]): Pairing => {
  const twins = new Map<Connection, Connection>();
  const differences = pairByMessage(connections, twins);
  pairByOpening(connections, twins, differences);
  return { twins, clockOffsets: differences.list() };
};
