import { endpointOf, observed, type Typed } from '../checks';
import { configuration } from '../checks/configuration';
import { interfaces } from '../checks/interfaces';
import { listening } from '../checks/listening';
import { type LogData, mailLogs } from '../checks/mail-logs';
import { pseudoHost, queue } from '../checks/queue';
import { reach } from '../checks/reach';
import { outboundList, versionOf } from '../checks/settings-seen';
import { systemStatus } from '../checks/system-status';
import { tlsOffer } from '../checks/tls-offer';
import type { Appliance, LogGround, Quote } from '../model';
import { attributionOf } from './attribution';
import type { Cite, Situation } from './cause';
import { cite } from './judgement';

/** What the initiator itself saw when it dialled the listener; newest. */
export const reachedBy = ({ observations, initiator, responder, flow }: Situation) =>
  observed(observations, reach, { vantage: initiator.name, peer: responder.name, flow })[0] ?? null;

/** What this laptop saw at the responder's listener; newest first, and only the newest look counts against older ones. */
export const probesOf = ({ observations, responder }: Situation) =>
  observed(observations, tlsOffer).filter((one) => one.subject.split(':')[0] === responder.name);

export const statusOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, systemStatus, { vantage: appliance.name })[0] ?? null;

export const configurationOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, configuration, { vantage: appliance.name })[0] ?? null;

export const interfacesOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, interfaces, { vantage: appliance.name })[0] ?? null;

export const logsOf = ({ observations }: Situation, appliance: Appliance) =>
  observed(observations, mailLogs, { vantage: appliance.name });

export const listOf = ({ observations, initiator }: Situation): string | null =>
  outboundList(initiator.name, observations);
export const versionSeen = ({ observations }: Situation, appliance: Appliance): string | null =>
  versionOf(appliance.name, observations);
export const endpoint = ({ observations, responder }: Situation) => endpointOf(responder, observations);

export interface Listens {
  readonly listens: boolean;
  /** The port was only assumed: that nothing listens on it says little (7025 "may have been changed"). */
  readonly assumed: boolean;
  readonly cite: Cite;
}

/** Does the responder say itself that the quarantine port listens? null: nobody asked. */
export const listensItself = (situation: Situation): Listens | null => {
  const [seen] = observed(situation.observations, listening, { vantage: situation.responder.name });
  if (seen === undefined) return null;
  const { port, portFrom } = endpoint(situation);
  const listens = seen.data.listening.some((one) => one.port === port);
  // What is absent cannot be quoted: the list that lacks it is.
  const own = (line: string): boolean => new RegExp(`\\.${port}(?:\\s|$)`).test(line);
  return {
    listens,
    assumed: portFrom === 'default',
    cite: listens ? cite(seen, (quote) => own(quote.quote)) : cite(seen),
  };
};

/** The row of the pseudo destination towards the responder, as the initiator's `tophosts` shows it. */
export const waiting = (situation: Situation) => {
  const [seen] = observed(situation.observations, queue, { vantage: situation.initiator.name });
  if (seen === undefined) return null;
  const host = pseudoHost(situation.initiator.role);
  const row = seen.data.hosts.find((one) => one.host === host);
  return { seen, host, row: row ?? null, recipients: row?.activeRecipients ?? null };
};

export interface FoundGround {
  readonly ground: LogGround;
  readonly cite: Cite;
}

/** Codes that a log gives for an appliance as a whole: the address in them, if any, is of one connection among many. */
const OF_THE_APPLIANCE = new Set([
  'listener-suspended',
  'delivery-suspended',
  'sma-transfers-suspended',
  'application-fault',
  'command-client-fault',
  'queue-backlog',
]);

const otherOf = ({ initiator, responder }: Situation, owner: Appliance): Appliance =>
  owner.name === initiator.name ? responder : initiator;

/** A ground that may be another pair's no longer decides. */
const attributed = (situation: Situation, log: Typed<LogData>, owner: Appliance, ground: LogGround): LogGround[] => {
  if (OF_THE_APPLIANCE.has(ground.code)) return [ground];
  const sure = attributionOf(situation, log, owner, otherOf(situation, owner), ground);
  if (sure === 'none') return [];
  return [sure === 'certain' ? ground : { ...ground, grade: 'inferred', strength: 'suggests' }];
};

const inLogOf = (situation: Situation, owner: Appliance): FoundGround[] =>
  logsOf(situation, owner).flatMap((log) =>
    log.data.grounds
      .filter((ground) => ground.flow === null || ground.flow === situation.flow)
      .flatMap((ground) => attributed(situation, log, owner, ground))
      .map((ground) => ({
        ground,
        cite: cite(log, (quote) => ground.quotes.some((one) => one.text === quote.quote)),
      })),
  );

/** Times of one appliance's clock: both with zone or both without. */
const isLater = (one: string | null, than: string | null): boolean =>
  one !== null && than !== null && one.endsWith('Z') === than.endsWith('Z') && one > than;

/** A newer log of the same appliance can show that a message was carried since; a full queue is not over by that. */
const withAge = (situation: Situation, owner: Appliance): FoundGround[] => {
  const carried = logsOf(situation, owner).flatMap((log) => ownSuccesses(situation, log, owner));
  return inLogOf(situation, owner).map(({ ground, cite: by }) => {
    const over = ground.code !== 'queue-backlog' && carried.some((one) => isLater(one.at, ground.lastAt));
    return { ground: over ? { ...ground, history: true } : ground, cite: by };
  });
};

const allGrounds = (situation: Situation): readonly FoundGround[] => {
  const found = [...withAge(situation, situation.initiator), ...withAge(situation, situation.responder)];
  return [...found.filter((one) => !one.ground.history), ...found.filter((one) => one.ground.history)];
};

/** Grounds that either side's logs give for a cause in this flow, the initiator's first, present ones before history. */
export const groundsFor = (situation: Situation, code: string): readonly FoundGround[] =>
  allGrounds(situation).filter((one) => one.ground.code === code);

/** Those that hold at the end of the logs. */
export const presentGrounds = (situation: Situation, code: string): readonly FoundGround[] =>
  groundsFor(situation, code).filter((one) => !one.ground.history);

/** Whether one of them decides by itself, in words that were read in a source (rule 7 of the log grammar). */
export const decide = (found: readonly FoundGround[]): boolean =>
  found.some(({ ground }) => ground.strength === 'decides' && ground.grade === 'sourced');

export interface Success {
  readonly at: string | null;
  /** The moment it speaks for: when the log was asked live, or the newest line of a log that was given. */
  readonly until: string;
  readonly port: number | null;
  readonly cite: Cite;
}

const ownSuccesses = (situation: Situation, log: Typed<LogData>, owner: Appliance): Success[] => {
  const other = otherOf(situation, owner);
  const alone = situation.site.appliances.filter((one) => one.role === other.role).length === 1;
  const newest = log.data.files
    .map((one) => one.lastAt ?? '')
    .sort()
    .at(-1);
  const until = log.how === 'live' || !newest ? log.startedAt : newest;
  return log.data.successes
    .filter((one) => one.flow === situation.flow)
    .filter((one) => {
      const sure = attributionOf(situation, log, owner, other, one);
      return sure === 'certain' || (sure === 'likely' && alone);
    })
    .map(({ at, port, quote }) => ({ at, until, port, cite: cite(log, (one: Quote) => one.quote === quote.text) }));
};

/** Log lines that show a message carried through in this flow. */
export const successesIn = (situation: Situation): readonly Success[] =>
  [situation.initiator, situation.responder].flatMap((owner) =>
    logsOf(situation, owner).flatMap((log) => ownSuccesses(situation, log, owner)),
  );

/** Names for the sentences of a judgement. */
export const names = (situation: Situation): Record<string, string> => {
  const { port, interface: name } = endpoint(situation);
  return {
    initiator: situation.initiator.name,
    responder: situation.responder.name,
    esa: situation.esa.name,
    sma: situation.sma.name,
    port: String(port),
    interface: name ?? '?',
  };
};

/** Something fails at the end of the logs, whatever it is called; messages that wait need not fail. */
export const presentAtEnd = (situation: Situation): boolean =>
  allGrounds(situation).some(({ ground }) => !ground.history && ground.code !== 'queue-backlog');

/** `tophosts` marks the pseudo destination: the last attempt failed (TechNote 215929). */
export const isDown = (situation: Situation): boolean => waiting(situation)?.row?.down ?? false;
