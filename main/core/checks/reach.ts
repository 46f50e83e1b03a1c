import { z } from 'zod';
import type { Appliance, Observation, Reason } from '../model';
import { type Asking, check, type Target } from './check';
import { endpointOf } from './endpoint';
import { fromCommand } from './from-command';
import { lineWhere } from './lines';
import { applianceNamed, flowsOf, initiatorOf, isMachine, pairsOf, reachableLive, responderOf } from './roster';

/** How a connect from an appliance ended. */
export const ConnectOutcome = z.enum(['connected', 'refused', 'timed-out', 'unreachable', 'name-unknown']);

const Data = z.looseObject({
  interface: z.string().nullish(),
  host: z.string().nullish(),
  port: z.number().nullish(),
  outcome: ConnectOutcome,
  banner: z.string().nullish(),
});
export type ReachData = z.infer<typeof Data>;
/** The same words as for a probe of this laptop. */
export const CONNECT_REASONS: Readonly<Record<ReachData['outcome'], Reason | null>> = {
  connected: null,
  refused: 'refused',
  'timed-out': 'timed-out',
  unreachable: 'unreachable',
  'name-unknown': 'name-unknown',
};
const DECISIVE = /connection refused|timed out|no route|unreachable|not known|^connected to|^220|^\d{3}[ -]/i;

interface Dialled {
  readonly host?: string | null | undefined;
  readonly port?: number | null | undefined;
}

/** Whether a dialled address is the appliance's quarantine listener, as far as the site says where that is. */
const isThere = (
  appliance: Appliance,
  host: string,
  port: number | null,
  observations: readonly Observation[],
): boolean => {
  const end = endpointOf(appliance, observations);
  const named = isMachine(appliance, host) || end.address === host;
  return named && (port === null || port === end.port);
};

/** Whose listener a pasted connect was made to, by the address that it dialled; null: nobody's of this site, or of two. */
export const aboutListener = (
  data: Dialled,
  target: Target,
  { site }: Asking,
  observations: readonly Observation[],
): Target | null => {
  const from = applianceNamed(site, target.vantage);
  const others = site.appliances.filter(
    (one) => one.role !== from?.role && isThere(one, data.host ?? '', data.port ?? null, observations),
  );
  const [peer, ...rest] = others;
  if (peer === undefined || rest.length > 0) return null;
  const flow = peer.role === 'sma' ? 'esa-to-sma' : 'sma-to-esa';
  const subject = `${peer.name}:${endpointOf(peer, observations).port}`;
  return { vantage: target.vantage, subject, peer: peer.name, flow };
};

/** Does the initiator itself reach the listener? The vantage point that counts (TechNote 200068). */
export const reach = check({
  id: 'reach',
  by: 'command',
  command: 'telnet',
  roles: ['esa', 'sma'],
  needs: ['ssh-session', 'interfaces', 'configuration'],
  seconds: 5,
  connections: 1,
  leaves: 2,
  limitMs: 90_000,
  data: Data,
  targets: ({ site, answers }) =>
    pairsOf(site).flatMap((pair) =>
      flowsOf(answers.direction).map((flow) => {
        const responder = responderOf(pair, flow);
        const subject = `${responder.name}:${endpointOf(responder, []).port}`;
        return { vantage: initiatorOf(pair, flow).name, subject, peer: responder.name, flow };
      }),
    ),
  live(target, { site }, observations) {
    const responder = target.peer === null ? null : applianceNamed(site, target.peer);
    if (responder === null || !reachableLive(applianceNamed(site, target.vantage))) return null;
    const { address, port } = endpointOf(responder, observations);
    if (address === null) return null;
    // Auto is what deliveries use too, unless `deliveryconfig` says otherwise.
    const args = { interface: 'Auto', host: address, port: String(port) };
    return { kind: 'command', appliance: target.vantage, command: 'telnet', args };
  },
  about: (data, target, asking, observations) => aboutListener(data, target, asking, observations),
  read: fromCommand(Data, (data, text) => {
    const reason = CONNECT_REASONS[data.outcome];
    const greeting = lineWhere(text, (line) => data.outcome === 'connected' && /^\d{3}[ -]/.test(line));
    const lines = [...greeting, ...lineWhere(text, (line) => DECISIVE.test(line.replace(/^telnet: /, '')))];
    return { outcome: reason === null ? 'passed' : 'failed', reason, data, lines };
  }),
});
