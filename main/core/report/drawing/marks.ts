import { observed } from '../../checks';
import { reach } from '../../checks/reach';
import { tlsOffer } from '../../checks/tls-offer';
import { type Appliance, type Flow, LAPTOP, type Observation, type TlsReport, type VantageMark } from '../../model';

type Stage = NonNullable<TlsReport['failure']>['stage'];
const STAGES: Record<Stage, string> = {
  resolve: 'tcp',
  connect: 'tcp',
  greeting: 'greeting',
  ehlo: 'greeting',
  starttls: 'starttls',
  handshake: 'tls',
};

/** A connect that was answered got as far as the greeting, or to the port: what comes after was not its question. */
const byInitiator = (observations: readonly Observation[], from: Appliance, to: Appliance, flow: Flow): VantageMark[] =>
  observed(observations, reach, { vantage: from.name, peer: to.name, flow })
    .slice(0, 1)
    .map(({ vantage, outcome, data }) => ({
      vantage,
      stage: outcome === 'passed' && data.banner ? 'greeting' : 'tcp',
      ok: outcome === 'passed',
    }));

const byLaptop = (observations: readonly Observation[], to: Appliance): VantageMark[] =>
  observed(observations, tlsOffer)
    .filter((one) => one.subject.split(':')[0] === to.name)
    .slice(0, 1)
    .map(({ data: { failure, negotiated } }) =>
      failure === null
        ? { vantage: LAPTOP, stage: 'tls', ok: negotiated !== null }
        : { vantage: LAPTOP, stage: STAGES[failure.stage], ok: false },
    );

/** Who looked at a wire, and how far each got: the initiator itself, the logs at their end, and this laptop. */
export const marksOf = (
  observations: readonly Observation[],
  [initiator, responder]: readonly [Appliance, Appliance],
  flow: Flow,
  failsInLog: boolean,
): VantageMark[] => [
  ...byInitiator(observations, initiator, responder, flow),
  ...(failsInLog ? [{ vantage: initiator.name, stage: 'log', ok: false }] : []),
  ...byLaptop(observations, responder),
];
