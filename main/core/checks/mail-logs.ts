import { z } from 'zod';
import { Flow, LogReport, type Reason, type Role } from '../model';
import { eachAppliance } from './appliance-targets';
import { broken, check } from './check';
import { endpointOf } from './endpoint';
import { applianceNamed, reachableLive } from './roster';

/** How the newest connection of a direction and partner ended: what a success is measured against. */
const Latest = z.strictObject({
  flow: Flow,
  kind: z.enum(['delivery', 'receiving']),
  peer: z.string().nullable(),
  port: z.number().nullable(),
  at: z.string().nullable(),
  outcome: LogReport.shape.connections.element.shape.outcome,
});

/** The part of a log report that the diagnosis reads; connections stay in the files but for the newest ones. */
const Data = LogReport.omit({ connections: true }).extend({ latest: z.array(Latest).default([]) });
export type LogData = z.infer<typeof Data>;

const flowOf = (role: Role, kind: 'delivery' | 'receiving'): Flow =>
  (role === 'esa') === (kind === 'delivery') ? 'esa-to-sma' : 'sma-to-esa';

/**
 * Somebody came to the listener, spoke no TLS and brought nothing: a `telnet` by hand, a monitor, a readiness question
 * (TechNote 200068). It tells neither of success nor of failure.
 */
const isVisit = ({ kind, tls, messages, outcome }: LogReport['connections'][number]): boolean =>
  kind === 'receiving' && tls.result === 'none' && messages.length === 0 && outcome === 'aborted';

/** The newest connection for each direction and partner, newest first, without our own; the report lists them as they began. */
const latestIn = ({ connections, files }: LogReport): LogData['latest'] => {
  const newest = new Map<string, LogData['latest'][number]>();
  for (const { kind, source, peer, port, openedAt, closedAt, outcome } of connections
    .filter((one) => one.own !== true && !isVisit(one))
    .reverse()) {
    const role = files.find((one) => one.source === source)?.role ?? null;
    if (role === null) continue;
    const flow = flowOf(role, kind);
    const key = JSON.stringify([source, flow, peer]);
    if (!newest.has(key)) newest.set(key, { flow, kind, peer, port, at: closedAt ?? openedAt, outcome });
  }
  return [...newest.values()];
};

const reasonWithout = ({ files, unreadable }: LogReport): Reason =>
  files.length === 0 && unreadable.length > 0 ? 'file-unreadable' : 'no-material';

/**
 * One joined expression, because each grep reads every rotated file (probing etiquette, domain page section 7).
 * No quote, semicolon or backslash: those are refused by the allow-list.
 */
const expression = (ports: readonly number[]): string =>
  [
    'CPQ ICID',
    ...ports.map((port) => `port:? ${port}`),
    'the.cpq.',
    '[Cc]entralized [Pp]olicy',
    'centralized quarantine',
    'central quarantine',
    'from (all )?quarantine',
    'quarantined to .Unclassified',
    'Bounced: DCID',
    'TLS failed',
    'could not be successfully negotiated',
    'STARTTLS',
    'cipher (EXP-)?A(EC)?DH',
    '[Aa]pplication fault',
    '([Rr]eceiving|[Dd]elivery|[Tt]ransfers|listener) (suspended|resumed)',
    'Begin Logfile',
    'Version: ',
    'Time offset',
  ].join('|');

/** What do mail_logs tell of the quarantine connections? TechNote 200068: `CPQ ICID`, `port 7025`. */
export const mailLogs = check({
  id: 'mail-logs',
  by: 'logs',
  command: 'grep',
  roles: ['esa', 'sma'],
  needs: ['ssh-session', 'interfaces', 'configuration'],
  seconds: 10,
  connections: 0,
  leaves: 0,
  limitMs: 180_000,
  data: Data,
  targets: (asking) => (asking.answers.logs === 'none' ? [] : eachAppliance(['esa', 'sma'])(asking)),
  live(target, { site, answers }, observations) {
    const appliance = applianceNamed(site, target.vantage);
    if (!reachableLive(appliance) || answers.logs === 'files') return null;
    const ports = [...new Set(site.appliances.map((one) => endpointOf(one, observations).port))];
    return { kind: 'command', appliance: target.vantage, command: 'grep', args: { expression: expression(ports) } };
  },
  read(answered) {
    if (answered.kind !== 'logs') return broken(answered);
    const { connections: _connections, ...rest } = answered.report;
    const data = { ...rest, latest: latestIn(answered.report) };
    // What is quoted is bounded: each success and the newest line of each ground stand first.
    const grounds = data.grounds.map((ground) => ({ at: ground.lastAt, quotes: [...ground.quotes].reverse() }));
    const lines = [
      ...data.successes.map((one) => ({ ...one.quote, at: one.at })),
      ...data.life.flatMap(({ lastAt, quotes }) => quotes.map((one) => ({ ...one, at: lastAt }))),
      ...grounds.flatMap(({ at, quotes }) => quotes.slice(0, 1).map((one) => ({ ...one, at }))),
      ...grounds.flatMap(({ at, quotes }) => quotes.slice(1).map((one) => ({ ...one, at }))),
    ];
    const fault = data.causes.length > 0;
    if (data.files.every((one) => one.lines === 0))
      return { outcome: 'could-not-tell', reason: reasonWithout(answered.report), data, lines };
    return { outcome: fault ? 'failed' : 'passed', reason: fault ? 'fault-seen' : null, data, lines };
  },
});
