import { z } from 'zod';
import { check } from './check';
import { endpointOf } from './endpoint';
import { fromCommand } from './from-command';
import { lineWhere } from './lines';
import { aboutListener, CONNECT_REASONS, ConnectOutcome } from './reach';
import { applianceNamed, flowsOf, initiatorOf, pairsOf, reachableLive, responderOf } from './roster';

const Data = z.looseObject({
  host: z.string().nullish(),
  port: z.number().nullish(),
  outcome: ConnectOutcome,
  protocol: z.string().nullish(),
  cipher: z.string().nullish(),
});
export type TlsVerifyData = z.infer<typeof Data>;

const DECISIVE = /^(?:Connect(?:ed|ing) to|TLS connection established|Failed to connect)|refused|timed out/i;

/** A name for the certificate check, whose answer is not used: it follows the rules of mail, not those of a quarantine. */
const domainOf = (host: string | null, name: string): string =>
  host !== null && /[A-Za-z]/.test(host) && !host.includes(':') ? host : name;

/** What does the ESA's own TLS agree on with the listener? On the ESA only (CLI page, `tlsverify`). */
export const tlsVerify = check({
  id: 'tls-verify',
  by: 'command',
  command: 'tlsverify',
  roles: ['esa'],
  needs: ['ssh-session', 'interfaces', 'configuration'],
  seconds: 5,
  connections: 1,
  leaves: 2,
  limitMs: 90_000,
  data: Data,
  targets: ({ site, answers }) =>
    pairsOf(site).flatMap((pair) =>
      flowsOf(answers.direction)
        .filter((flow) => initiatorOf(pair, flow).role === 'esa')
        .map((flow) => {
          const responder = responderOf(pair, flow);
          const subject = `${responder.name}:${endpointOf(responder, []).port}`;
          return { vantage: initiatorOf(pair, flow).name, subject, peer: responder.name, flow };
        }),
    ),
  live(target, { site }, observations) {
    const responder = target.peer === null ? null : applianceNamed(site, target.peer);
    if (responder === null || !reachableLive(applianceNamed(site, target.vantage))) return null;
    const { address, port } = endpointOf(responder, observations);
    // How an IPv6 address and a port are told apart at this prompt is not known.
    if (address === null || address.includes(':')) return null;
    const args = { domain: domainOf(responder.host, responder.name), destination: `${address}:${port}` };
    return { kind: 'command', appliance: target.vantage, command: 'tlsverify', args };
  },
  about: (data, target, asking, observations) => aboutListener(data, target, asking, observations),
  read: fromCommand(Data, (data, text) => {
    const reason = CONNECT_REASONS[data.outcome];
    const lines = text
      .split('\n')
      .flatMap((line) => (DECISIVE.test(line) ? lineWhere(text, (one) => one === line.replace(/\r+$/, '')) : []));
    return { outcome: reason === null ? 'passed' : 'failed', reason, data, lines };
  }),
});
