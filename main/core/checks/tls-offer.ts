import { LAPTOP, type Reason, type TcpAttempt, TlsReport } from '../model';
import { budgetOf } from '../tls/budget';
import { broken, check } from './check';
import { endpointOf } from './endpoint';
import { initiatorOffer } from './initiator-offer';
import { lineWhere } from './lines';
import { applianceNamed, flowsOf, initiatorOf, laptopMayLook, pairsOf, responderOf } from './roster';

const REASONS: Partial<Record<NonNullable<TlsReport['failure']>['code'], Reason>> = {
  'resolve-failed': 'name-unknown',
  'connect-refused': 'refused',
  'connect-timed-out': 'timed-out',
  unreachable: 'unreachable',
  'local-fault': 'unreachable',
  reset: 'reset',
  'too-many-connections': 'too-many-connections',
  'not-smtp': 'not-the-expected-speaker',
  cancelled: 'cancelled',
};
const UNDECIDED = new Set(['resolve-failed', 'local-fault', 'too-many-connections', 'cancelled']);

/** What a machine without a network, or without any route, gets at once for every address (connect(2), POSIX). */
const OFF_NETWORK = ['ENETUNREACH', 'ENETDOWN'];

/** Whether the laptop found no network to go out on: then its failure says nothing about the listener. */
export const isOffNetwork = ({ failure, tcp }: TlsReport): boolean => {
  const attempts = tcp?.attempts ?? [];
  return failure?.code === 'unreachable' && attempts.length > 0 && attempts.every(isLocalEnd);
};

const isLocalEnd = ({ errno }: TcpAttempt): boolean => errno !== null && OFF_NETWORK.includes(errno);
const DECISIVE =
  /^\S*\s*(TLS: (ServerHello|HelloRetryRequest|alert|certificate)|TCP: |SMTP: |S: )|anonymous|refused|timed out/i;

/** A list that the initiator's would be, without the inventory: said before the run, and the most that is needed. */
const BUDGET = budgetOf({ suites: [] });

/** What would the listener agree on, seen from this laptop, when it is offered what the initiator offers? */
export const tlsOffer = check({
  id: 'tls-offer',
  by: 'probe',
  command: null,
  roles: ['esa', 'sma'],
  needs: ['cipher-lists', 'cipher-verify', 'version', 'interfaces', 'configuration'],
  seconds: 2,
  connections: BUDGET.connections,
  leaves: BUDGET.lines,
  limitMs: 90_000,
  data: TlsReport,
  targets: ({ site, answers }) =>
    pairsOf(site).flatMap((pair) =>
      flowsOf(answers.direction).map((flow) => {
        const responder = responderOf(pair, flow);
        return {
          vantage: LAPTOP,
          subject: `${responder.name}:${endpointOf(responder, []).port}`,
          peer: initiatorOf(pair, flow).name,
          flow,
        };
      }),
    ),
  live(target, { site }, observations) {
    const responder = applianceNamed(site, target.subject.split(':')[0] ?? '');
    const initiator = applianceNamed(site, target.peer ?? '');
    if (responder === null || initiator === null || !laptopMayLook(site, responder)) return null;
    const { address: host, port } = endpointOf(responder, observations);
    if (host === null) return null;
    const offer = initiatorOffer(initiator, observations);
    return { kind: 'tls-probe', host, port, offer: offer?.list ?? null, suites: offer?.suites ?? null };
  },
  read(answered) {
    if (answered.kind !== 'tls') return broken(answered);
    const { failure } = answered.report;
    const lines = answered.text
      .split('\n')
      .flatMap((text, index) => (DECISIVE.test(text) ? [{ line: index + 1, text, at: null }] : []))
      .slice(0, 40);
    const fallback = lines.length > 0 ? lines : lineWhere(answered.text, (line) => line.trim() !== '');
    if (failure === null) return { outcome: 'passed', reason: null, data: answered.report, lines: fallback };
    const undecided = UNDECIDED.has(failure.code) || isOffNetwork(answered.report);
    return {
      outcome: undecided ? 'could-not-tell' : 'failed',
      reason: REASONS[failure.code] ?? 'fault-seen',
      data: answered.report,
      lines: fallback,
    };
  },
});
