import { endpointOf } from '../../checks';
import { configuration } from '../../checks/configuration';
import { listenerIn } from '../../checks/endpoint';
import { listening } from '../../checks/listening';
import { mailLogs } from '../../checks/mail-logs';
import { reach } from '../../checks/reach';
import { tlsOffer } from '../../checks/tls-offer';
import type { Appliance, Flow, LogGround, Observation } from '../../model';
import { addressesIn, logEnded } from './logs-after';
import { type Applied, isAbout, type Paper, rewrite, rewritten } from './on-paper';

interface Move {
  readonly responder: Appliance;
  readonly from: number | null;
  readonly to: number;
  readonly flow: Flow;
}

/** The port it listens on now, as its configuration says; else as the engineer knows it. */
const presentPort = ({ observations }: Paper, appliance: Appliance): number | null => {
  const seen = observations.findLast((one) => one.check === configuration.id && one.vantage === appliance.name);
  const read = configuration.data.safeParse(seen?.data);
  const listener = read.success ? listenerIn(read.data, appliance) : null;
  return listener?.port ?? appliance.quarantine.port;
};

const configured = (one: Observation, { responder, to }: Move): Observation =>
  rewritten(one, configuration.data, (data) => {
    const own = listenerIn(data, responder);
    return {
      ...data,
      listeners: data.listeners.map((listener) => (listener === own ? { ...listener, port: to } : listener)),
      quarantine: data.quarantine && { ...data.quarantine, port: to },
      problems: data.problems.filter((problem) => problem.code !== 'listener-port-differs'),
    };
  });

const listens = (one: Observation, { from, to }: Move): Observation =>
  rewritten(
    one,
    listening.data,
    (data) => ({
      ...data,
      listening: [...data.listening.filter(({ port }) => port !== from), { address: '*', port: to }],
    }),
    `tcp4 0 0 *.${to} *.* LISTEN`,
  );

/** Who dials the new port gets through where a reset answered before, who dials the old one is refused from now on. */
const dialled = (one: Observation, { from, to }: Move): Observation =>
  rewritten(
    one,
    reach.data,
    (data) => {
      if (data.port === to && data.outcome === 'refused') return { ...data, outcome: 'connected' };
      return data.port === from && data.outcome === 'connected' ? { ...data, outcome: 'refused' } : data;
    },
    'Connected to it, or refused.',
  );

const probed = (one: Observation, { to }: Move): Observation | null => {
  const read = tlsOffer.data.safeParse(one.data);
  const port = read.success ? Number(/:(\d+)$/.exec(read.data.target)?.[1]) : null;
  return port === to && read.success && read.data.failure?.code !== 'connect-refused' ? one : null;
};

const refusedNow = (owner: string, { from, flow }: Move, peer: string | null, text: string): LogGround => ({
  ...{ code: 'path-refused', flow, history: false, grade: 'sourced', strength: 'decides', count: 1 },
  ...{ firstAt: null, lastAt: null, source: owner, peer, port: from, interface: null },
  quotes: [{ file: 0, line: 1, text }],
});

/** An initiator whose newest connection went to the old port goes on dialling it. */
const stillDialling = (one: Observation, move: Move): Observation => {
  const read = mailLogs.data.safeParse(one.data);
  if (!read.success || move.from === null || one.vantage === move.responder.name) return one;
  const old = read.data.latest.find(({ flow, port }) => flow === move.flow && port === move.from);
  if (old === undefined) return one;
  const line = `port ${move.from} refused after the change`;
  const change = (data: typeof read.data) => ({
    ...data,
    grounds: [...data.grounds, refusedNow(one.vantage, move, old.peer, line)],
    latest: data.latest.map((latest) => (latest === old ? { ...latest, outcome: 'refused' } : latest)),
  });
  return rewritten(one, mailLogs.data, () => change(read.data), line);
};

/** The responder listens on another port; its initiators go on dialling what they dial (domain page, listener-port-mismatch). */
export const listenerPort: Applied<'listener-port'> = (paper, { appliance: name, port: to }) => {
  const responder = paper.site.appliances.find((one) => one.name === name);
  if (responder === undefined) return paper;
  const flow = responder.role === 'sma' ? ('esa-to-sma' as const) : ('sma-to-esa' as const);
  const move = { responder, from: presentPort(paper, responder), to, flow };
  const moved = { ...responder, quarantine: { ...responder.quarantine, port: to } };
  const theirs = [...addressesIn(paper, name), endpointOf(responder, paper.observations).address ?? ''];
  const ended = { codes: ['path-refused', 'path-timeout'], flow, peers: theirs, port: to };
  return {
    site: { ...paper.site, appliances: paper.site.appliances.map((one) => (one.name === name ? moved : one)) },
    observations: rewrite(paper.observations, {
      configuration: (one) => (one.vantage === name ? configured(one, move) : one),
      listening: (one) => (one.vantage === name ? listens(one, move) : one),
      reach: (one) => (one.peer === name && one.flow === flow ? dialled(one, move) : one),
      'tls-verify': (one) => (one.peer === name && one.flow === flow ? null : one),
      'tls-offer': (one) => (isAbout(one, name) ? probed(one, move) : one),
      'mail-logs': (one) => (one.vantage === name ? one : stillDialling(logEnded(one, ended), move)),
    }),
  };
};
