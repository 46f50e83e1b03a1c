import { endpointOf } from '../../checks';
import { type LogData, mailLogs } from '../../checks/mail-logs';
import type { Flow, LogGround, Observation } from '../../model';
import type { Paper } from './on-paper';
import { rewritten } from './on-paper';

type Latest = LogData['latest'][number];

/** Addresses that an appliance of the site is known by, as far as its log lines may name it. */
export const addressesIn = ({ site, observations }: Paper, name: string): readonly string[] => {
  const appliance = site.appliances.find((one) => one.name === name);
  if (appliance === undefined) return [];
  return [appliance.host, appliance.quarantine.address, endpointOf(appliance, observations).address].filter(
    (one) => one !== null,
  );
};

/** Which lines of a log a change ends: those of these codes, in this flow, about this other end. */
export interface Ended {
  readonly codes: readonly string[];
  readonly flow: Flow;
  /** Addresses of the other end; null: whoever it is. */
  readonly peers: readonly string[] | null;
  readonly port?: number;
}

const isOf = (ended: Ended, { flow, peer, port }: Pick<Latest, 'peer' | 'port'> & { flow: Flow | null }): boolean =>
  (flow === null || flow === ended.flow) &&
  (ended.peers === null || peer === null || ended.peers.includes(peer)) &&
  (ended.port === undefined || port === null || port === ended.port);

const over = (ground: LogGround, ended: Ended): LogGround =>
  ended.codes.includes(ground.code) && isOf(ended, ground) ? { ...ground, history: true } : ground;

const OUTCOMES: Readonly<Record<string, Latest['outcome']>> = {
  'path-refused': 'refused',
  'tls-anonymous-cipher': 'tls-failed',
};

/** The newest connection failed for a reason that is gone: how the next one ends is not known. */
const reopened = (latest: Latest, ended: Ended): Latest =>
  ended.codes.some((code) => OUTCOMES[code] === latest.outcome) && isOf(ended, latest)
    ? { ...latest, outcome: 'open' }
    : latest;

/** The log as it would go on: what the change ends is history, and the newest failure of that kind no longer counts. */
export const logEnded = (observation: Observation, ended: Ended): Observation =>
  rewritten(observation, mailLogs.data, (data) => ({
    ...data,
    grounds: data.grounds.map((one) => over(one, ended)),
    latest: data.latest.map((one) => reopened(one, ended)),
  }));
