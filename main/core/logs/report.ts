import type { Flow, LogConnection, LogMessage, LogReport } from '../model';
import { at, causesOf, groundsOf, reachedBy } from './causes';
import { flowOf, outcomeOf, quarantineOf } from './decide';
import { backlogsOf, faultGroundsOf, servicesOf } from './events';
import { namingsOf } from './grounds';
import { lifeOf } from './life';
import { type OwnTrace, ownAmong } from './own-lines';
import { pairUp } from './pairing';
import { type Connection, type Message, roleOf, type Source } from './state';

export type LogFile = LogReport['files'][number];

const messageOf = ({ mid, rids, outcome, peerMid }: Message): LogMessage => ({
  mid,
  rids: [...rids].sort((one, other) => one - other),
  outcome,
  peerMid,
});

/** Where the opening line is missing, the only known partner of this appliance is the peer; the port stays open. */
const peerOf = (one: Connection, connections: readonly Connection[]): string | null => {
  if (one.peer !== null || one.kind !== 'delivery') return one.peer;
  const peers = new Set(
    connections.flatMap((other) => (other.source === one.source && other.kind === one.kind ? (other.peer ?? []) : [])),
  );
  return peers.size === 1 ? ([...peers][0] ?? null) : null;
};

const pairs = (flat: readonly number[]): LogConnection['lines'] => {
  const refs: LogConnection['lines'] = [];
  for (let index = 0; index + 1 < flat.length; index += 2)
    refs.push({ file: flat[index] ?? 0, line: flat[index + 1] ?? 0 });
  return refs;
};

const connectionOf = (one: Connection, twin: Connection | undefined, peer: string | null): LogConnection => ({
  kind: one.kind,
  id: one.id,
  source: one.source.key,
  openedAt: at(one.openedAt),
  closedAt: at(one.closedAt),
  interface: one.own,
  peer,
  port: one.port,
  tls: { ...one.tls, anonymous: one.anonymous !== null },
  messages: [...(one.messages?.values() ?? [])].map(messageOf),
  outcome: outcomeOf(one),
  twin: twin ? { source: twin.source.key, id: twin.id } : null,
  lines: pairs(one.lines),
});

const totalsOf = (connections: readonly LogConnection[], kind: LogConnection['kind']): Record<string, number> => {
  const totals: Record<string, number> = {};
  for (const one of connections) if (one.kind === kind) totals[one.outcome] = (totals[one.outcome] ?? 0) + 1;
  return totals;
};

type Success = LogReport['successes'][number] & { readonly seq: number };

const successOf = (one: Connection): Success[] => {
  const flow = flowOf(one);
  if (one.delivered === null || flow === null) return [];
  const { seq, moment, quote } = one.delivered;
  return [{ seq, flow, at: at(moment), peer: one.peer, port: one.port, quote }];
};

const arrivalsOf = (source: Source): Success[] =>
  [...source.arrivals.values()].map(({ seq, moment, quote, peer }) => {
    const flow: Flow = 'sma-to-esa';
    return { seq, flow, at: at(moment), peer, port: null, quote };
  });

/** The newest connection that carried a message, for each appliance, direction and partner; newest first. */
const successesOf = (sources: readonly Source[], connections: readonly Connection[]): LogReport['successes'] => {
  const newest = new Map<string, Success>();
  const all = sources.flatMap((source) => [
    ...connections
      .filter((one) => one.source === source)
      .flatMap(successOf)
      .map((one) => ({ source, one })),
    ...arrivalsOf(source).map((one) => ({ source, one })),
  ]);
  for (const { source, one } of all) {
    const key = JSON.stringify([source.key, one.flow, one.peer]);
    if ((newest.get(key)?.seq ?? -1) < one.seq) newest.set(key, one);
  }
  return [...newest.values()].sort((one, other) => other.seq - one.seq).map(({ seq: _seq, ...rest }) => rest);
};

const faultsOf = (sources: readonly Source[]): LogReport['faults'] =>
  sources
    .flatMap(({ faults }) => [...faults.values()])
    .sort((one, other) => one.first.seq - other.first.seq)
    .map(({ kind, text, first, count }) => ({
      at: at(first.moment),
      kind,
      text,
      file: first.quote.file,
      line: first.quote.line,
      count,
    }));

/** Builds the report from everything that was read. Pure; `durationMs` is for whoever holds a clock. */
export const reportOf = (
  sources: readonly Source[],
  files: readonly LogFile[],
  rest: Pick<LogReport, 'unknownLines' | 'unreadable'>,
  traces: readonly OwnTrace[] = [],
): LogReport => {
  const all = sources.flatMap(quarantineOf).sort((one, other) => one.firstSeq - other.firstSeq);
  const mine = ownAmong(all, traces);
  // What this tool did itself is shown, and counts for nothing.
  const found = all.filter((one) => !mine.has(one));
  const { twins, clockOffsets } = pairUp(found);
  const reached = reachedBy(found);
  const namings = found.flatMap((one) => namingsOf(one, (twins.get(one)?.anonymous ?? null) !== null));
  const grounds = [
    ...groundsOf(namings, reached, found),
    ...sources.flatMap((source) => [
      ...servicesOf(source, found),
      ...faultGroundsOf(source, found),
      ...backlogsOf(source, found),
    ]),
  ];
  const connections = all.map((one) =>
    mine.has(one)
      ? { ...connectionOf(one, undefined, one.peer), own: true as const }
      : connectionOf(one, twins.get(one), peerOf(one, found)),
  );
  const others = connections.filter(({ own }) => own !== true);
  const roles = new Map(sources.map((source) => [source.key, roleOf(source)]));
  return {
    schema: 'cpq-doctor/logs/1',
    files: files.map((file) => ({ ...file, role: file.role ?? roles.get(file.source) ?? null })),
    connections,
    totals: { delivery: totalsOf(others, 'delivery'), receiving: totalsOf(others, 'receiving') },
    clockOffsets,
    faults: faultsOf(sources),
    ...causesOf(grounds),
    ...rest,
    grounds,
    life: sources.flatMap((source) => lifeOf(source.life, source.key)),
    successes: successesOf(sources, found),
    durationMs: 0,
  };
};
