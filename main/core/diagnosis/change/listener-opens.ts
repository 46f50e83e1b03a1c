import { endpointOf } from '../../checks';
import { capture } from '../../checks/capture';
import { listening } from '../../checks/listening';
import { reach } from '../../checks/reach';
import { systemStatus } from '../../checks/system-status';
import { tlsOffer } from '../../checks/tls-offer';
import type { Observation } from '../../model';
import { addressesIn, logEnded } from './logs-after';
import { type Applied, isAbout, type Paper, rewrite, rewritten } from './on-paper';

const SUSPENDED = ['offline', 'receiving-suspended'];

/** `resume` brings back receiving and delivery (TechNotes 200068, 118026). */
const online = (observation: Observation): Observation =>
  rewritten(
    observation,
    systemStatus.data,
    (data) => (SUSPENDED.includes(data.system) ? { ...data, system: 'online' } : data),
    'System status: Online',
  );

const withPort = (observation: Observation, port: number): Observation =>
  rewritten(
    observation,
    listening.data,
    (data) =>
      data.listening.some((one) => one.port === port)
        ? data
        : { ...data, listening: [...data.listening, { address: '*', port }] },
    `tcp4 0 0 *.${port} *.* LISTEN`,
  );

/** A reset came from a host on which nothing listened; what was swallowed stays swallowed. */
const dialled = (observation: Observation): Observation =>
  rewritten(
    observation,
    reach.data,
    (data) => (data.outcome === 'refused' ? { ...data, outcome: 'connected' } : data),
    'Connected to it.',
  );

/** The port answers this laptop; what it would say of TLS, nobody asked. */
const greeted = (observation: Observation, port: number): Observation =>
  rewritten(
    observation,
    tlsOffer.data,
    (data) =>
      data.failure?.code === 'connect-refused'
        ? { ...data, banner: '220', failure: { code: 'cancelled', stage: 'ehlo', detail: '' } }
        : data,
    `220 on ${port}`,
  );

/** A capture whose newest connection did not come through says nothing of the time after the change. */
const endsInFailure = (observation: Observation): boolean => {
  const read = capture.data.safeParse(observation.data);
  return read.success && read.data.connections.at(-1)?.outcome === 'failed';
};

/** Its quarantine listener listens again: a `resume`, or the interface that it lacked. */
export const listenerOpens: Applied<'listener-opens'> = (paper, { appliance: name }): Paper => {
  const responder = paper.site.appliances.find((one) => one.name === name);
  if (responder === undefined) return paper;
  const { port } = endpointOf(responder, paper.observations);
  const flow = responder.role === 'sma' ? ('esa-to-sma' as const) : ('sma-to-esa' as const);
  const codes = ['path-refused', 'listener-suspended', 'system-offline'];
  const theirs = addressesIn(paper, name);
  const own = (one: Observation) => one.vantage === name;
  const towards = (one: Observation) => one.peer === name && one.flow === flow;
  return {
    site: paper.site,
    observations: rewrite(paper.observations, {
      'system-status': (one) => (own(one) ? online(one) : one),
      listening: (one) => (own(one) ? withPort(one, port) : one),
      reach: (one) => (towards(one) ? dialled(one) : one),
      'tls-verify': (one) => (towards(one) && one.reason === 'refused' ? null : one),
      'tls-offer': (one) => (isAbout(one, name) ? greeted(one, port) : one),
      capture: (one) => (endsInFailure(one) ? null : one),
      'mail-logs': (one) => logEnded(one, { codes, flow, peers: own(one) ? null : theirs }),
    }),
  };
};
