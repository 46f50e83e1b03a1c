import { signsIn } from '../../main/core/checks/engineer-signs';
import type { LogData } from '../../main/core/checks/mail-logs';
import type { ConfigReport, MessageLife, Observation } from '../../main/core/model';
import { observation, type World } from './observations';

/** What the engineer wrote, a line each. */
export const words = (...lines: readonly string[]): Observation => {
  const signs = lines.flatMap((text, index) => signsIn(text).map((sign) => ({ sign, line: index + 1, text })));
  return observation('words', 'engineer-words', 'laptop', { signs }, lines, { how: 'material', subject: 'engineer' });
};

export const alertsOf = (appliance: string, ...texts: readonly string[]): Observation =>
  observation(
    `alerts-${appliance}`,
    'alerts',
    appliance,
    { empty: texts.length === 0, alerts: texts.map((text) => ({ at: '2026-11-24T20:00:00Z', text })) },
    texts.map((text) => `24 Nov 2026 20:00:00 +0000    ${text}`),
  );

/** `logconfig` with these logs, all of them text mail logs or none. */
export const subscriptions = (appliance: string, mail: boolean, ...names: readonly string[]): Observation =>
  observation(
    `logs-${appliance}`,
    'log-subscriptions',
    appliance,
    {
      logs: names.map((name) => ({ name, type: mail ? 'IronPort Text Mail Logs' : 'CLI Audit Logs' })),
      mailLogs: mail ? names : [],
    },
    ['Currently configured logs:', ...names.map((name, index) => `${index + 1}. ${name}   Manual Download`)],
  );

export const changesOn = (appliance: string, pending: boolean): Observation =>
  observation(
    'changes',
    'pending-changes',
    appliance,
    { pending, lines: pending ? [{ line: 1, text: '+ cpq_enabled' }] : [] },
    [pending ? '+ cpq_enabled' : 'There are no changes to show.'],
    { how: 'material' },
  );

export const membersAt = (esa: string, ...machines: readonly string[]): Observation =>
  observation(
    `members-${esa}`,
    'cluster-members',
    esa,
    {
      cluster: 'Main_Cluster',
      groups: [{ name: 'Main_Group', machines: machines.map((name) => ({ name, connected: true })) }],
    },
    ['Cluster Main_Cluster', ...machines.map((name) => `    Machine ${name} (Serial #: 1)`)],
  );

export const heldBy = (esa: string, count: number): Observation =>
  observation(
    `status-${esa}`,
    'system-status',
    esa,
    { system: 'online', gauges: { 'Messages In Quarantine / Policy, Virus and Outbreak': count } },
    ['System status: Online', `      Policy, Virus and Outbreak   ${count}`],
  );

export const overridden = (w: World, appliance: string, level: string): Observation => {
  const problems: ConfigReport['problems'] = [{ code: 'quarantine-overridden', at: 'line 2', params: { level } }];
  return w.config(appliance, { problems });
};

const withData = (one: Observation, change: Partial<LogData>, quotes: readonly string[]): Observation => {
  const made = observation(one.id, one.check, one.vantage, { ...(one.data as LogData), ...change }, [
    ...one.quotes.map((quote) => quote.quote),
    ...quotes,
  ]);
  return { ...made, how: one.how };
};

/** A side's log that tells this of messages, besides its connections. */
export const living = (log: Observation, what: MessageLife['what'], count = 1): Observation => {
  const text = `MID 7 was ${what}`;
  const life = [
    { what, source: log.vantage, count, firstAt: null, lastAt: null, quotes: [{ file: 0, line: 1, text }] },
  ];
  return withData(log, { life }, [text]);
};

/** A log whose one file reaches from and to these times, with or without lines in it. */
export const reaching = (log: Observation, firstAt: string | null, lastAt: string | null, lines = 9): Observation =>
  withData(log, { files: [{ path: 'mail.current', bytes: 1, lines, firstAt, lastAt, role: null, source: 'x' }] }, []);
