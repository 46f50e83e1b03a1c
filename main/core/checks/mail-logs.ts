import { LogReport } from '../model';
import { eachAppliance } from './appliance-targets';
import { broken, check } from './check';
import { endpointOf } from './endpoint';
import { applianceNamed, reachableLive } from './roster';

/** The part of a log report that the diagnosis reads; connections stay in the files. */
const Data = LogReport.omit({ connections: true });

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
  needs: ['ssh-session', 'interfaces'],
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
    const { connections: _connections, ...data } = answered.report;
    const lines = [
      ...data.grounds.flatMap((ground) => ground.quotes.map((one) => ({ ...one, at: ground.lastAt }))),
      ...data.successes.map((one) => ({ ...one.quote, at: one.at })),
    ];
    const fault = data.causes.length > 0;
    if (data.files.every((one) => one.lines === 0))
      return { outcome: 'could-not-tell', reason: 'no-material', data, lines };
    return { outcome: fault ? 'failed' : 'passed', reason: fault ? 'fault-seen' : null, data, lines };
  },
});
