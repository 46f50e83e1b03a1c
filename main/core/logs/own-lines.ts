import type { FootprintEntry } from '../model';
import { momentOf } from './stamp';
import type { Connection, Source } from './state';

/** A connection that this tool made, as its ledger has it. */
export interface OwnTrace {
  /** Seconds of this machine's clock, UTC, when it was over. */
  readonly seconds: number;
  /** Addresses that it may have come from. */
  readonly from: readonly string[];
  readonly to: string;
  readonly port: number;
  /** Opened by an appliance at our command: other connections come from the same address. */
  readonly byAppliance: boolean;
  /** Nothing but a greeting was exchanged. */
  readonly plain: boolean;
}

/** The ledger's connections to listeners, for `ReadOptions.own`; logins and commands leave nothing in mail_logs. */
export const ownTraces = (ledger: readonly FootprintEntry[]): OwnTrace[] =>
  ledger.flatMap(({ at, what, connection }) => {
    const moment = momentOf(at);
    if (connection === undefined || moment === null) return [];
    const byAppliance = what.startsWith('command:');
    const { from, to, port } = connection;
    return [{ seconds: moment.seconds, from, to, port, byAppliance, plain: what === 'command:telnet' }];
  });

/** Appliances without NTP are minutes off; a clock that is further away leaves the connection unclaimed. */
const CLOCKS_APART = 600;
/** Once the clocks' offset is known from other connections, and the stamps are whole seconds. */
const CLOSE = 5;
/** An entry is written when the connection is over; a swallowed greeting takes a minute. */
const LONGEST = 100;
/** Zones are whole quarters of an hour. */
const ZONE_STEP = 900;
const MOST_ZONE = 14 * 3600;

/** How much later the log says the connection began than the ledger says it was over; null: not at all that one. */
const apart = (one: Connection, trace: OwnTrace): number | null => {
  const moment = one.openedAt ?? one.lastAt;
  if (moment === null) return null;
  const seconds = moment.seconds - trace.seconds;
  if (moment.zoned) return seconds;
  if (Math.abs(seconds) > MOST_ZONE + CLOCKS_APART) return null;
  return seconds - Math.round(seconds / ZONE_STEP) * ZONE_STEP;
};

const address = (text: string): string => text.replace(/^::ffff:/i, '').toLowerCase();
const isAddress = (text: string): boolean => /^[\d.]+$|:/.test(text);

/** A receiving connection without any message, between the two addresses of the ledger. */
const fits = (one: Connection, trace: OwnTrace): boolean => {
  if (one.kind !== 'receiving' || one.carried || (one.messages?.size ?? 0) > 0) return false;
  const { peer } = one;
  if (peer === null || !trace.from.some((from) => address(from) === address(peer))) return false;
  if (trace.plain && one.tls.result !== 'none') return false;
  return one.own === null || !isAddress(one.own) || !isAddress(trace.to) || address(one.own) === address(trace.to);
};

interface Match {
  readonly one: Connection;
  readonly apart: number;
}

/** The free connection nearest in time to a trace, within these bounds around the expected offset. */
const nearest = (
  connections: readonly Connection[],
  trace: OwnTrace,
  offset: number,
  slack: number,
  taken: ReadonlySet<Connection>,
): Match | null => {
  const near = connections.flatMap((one): Match[] => {
    const seconds = taken.has(one) || !fits(one, trace) ? null : apart(one, trace);
    const off = seconds === null ? 0 : seconds - offset;
    return seconds !== null && off <= slack && off >= -slack - LONGEST ? [{ one, apart: seconds }] : [];
  });
  return near.reduce<Match | null>(
    (best, one) => (best && Math.abs(best.apart - offset) <= Math.abs(one.apart - offset) ? best : one),
    null,
  );
};

/** The offset of an appliance's clock that this machine's own connections show; null where there is none. */
const medianOf = (numbers: readonly number[]): number | null =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? null;

const ownOf = (connections: readonly Connection[], traces: readonly OwnTrace[], taken: Set<Connection>): void => {
  const offsets: number[] = [];
  for (const trace of traces.filter((one) => !one.byAppliance)) {
    const match = nearest(connections, trace, 0, CLOCKS_APART, taken);
    if (match === null) continue;
    taken.add(match.one);
    offsets.push(match.apart);
  }
  const known = medianOf(offsets);
  for (const trace of traces.filter((one) => one.byAppliance && (one.plain || known !== null))) {
    const match = nearest(connections, trace, known ?? 0, known === null ? CLOCKS_APART : CLOSE, taken);
    if (match !== null) taken.add(match.one);
  }
};

/**
 * The connections among `found` that this tool made: by the addresses and the time of its ledger, each entry at most one,
 * never one that carried a message. One that cannot be told from an appliance's own is left as that.
 */
export const ownAmong = (found: readonly Connection[], traces: readonly OwnTrace[]): ReadonlySet<Connection> => {
  const taken = new Set<Connection>();
  if (traces.length === 0) return taken;
  const sources = new Set<Source>(found.map(({ source }) => source));
  for (const source of sources)
    ownOf(
      found.filter((one) => one.source === source),
      traces,
      taken,
    );
  return taken;
};
