import type { Flow, LogConnection } from '../model';
import { classifyConnect, networkDetailsOf } from './failure';
import { type Connection, roleOf, type Source } from './state';

const PSEUDO = new Map<string, Flow>([
  ['the.cpq.host', 'esa-to-sma'],
  ['the.cpq.release.host', 'sma-to-esa'],
]);

/** The name of a real domain in a TLS tail or a Connection Error speaks against the quarantine. */
const hasOtherDestination = ({ destination }: Connection): boolean =>
  destination !== null && !PSEUDO.has(destination) && destination.includes('.');

/** Signs that need nothing else: words of the quarantine, its pseudo destination, `CPQ ICID`, a message from the SMA. */
const isProven = (one: Connection): boolean => {
  if (one.kind === 'receiving') return one.cpq || one.carried;
  if (one.words || (one.destination !== null && PSEUDO.has(one.destination))) return true;
  return one.carried && !one.spam && !hasOtherDestination(one);
};

/** Rules 1 and 2: a configured port is a sign as long as nothing speaks against it. */
export const isQuarantine = (one: Connection): boolean => {
  if (isProven(one)) return true;
  const port = one.port !== null && one.source.ports.has(one.port);
  return one.kind === 'delivery' && port && !one.spam && !hasOtherDestination(one);
};

const learned = (source: Source): { ends: Set<string>; peers: Set<string> } => {
  const deliveries = source.kept.filter((one) => one.kind === 'delivery' && isQuarantine(one) && one.peer !== null);
  return {
    ends: new Set(deliveries.map((one) => `${one.peer} ${one.port}`)),
    peers: new Set(deliveries.map((one) => one.peer ?? '')),
  };
};

/** A record that is quarantine only by its peer's address, known from other lines: suspected. */
export const isByPeerOnly = (one: Connection): boolean =>
  one.kind === 'delivery' && !isQuarantine(one) && one.port === null;

/**
 * The quarantine connections of an appliance in the order they began. The second pass of rule 2: an attempt without
 * port and domain belongs to them when its address is a quarantine peer, a known port when peer and port are.
 */
export const quarantineOf = (source: Source): Connection[] => {
  const { ends, peers } = learned(source);
  const open = [...source.deliveries.values()].filter((one) => !one.kept && one.destination === null && !one.spam);
  const second = [...source.maybe, ...open].filter((one) =>
    one.port === null
      ? one.connectFailed !== null && peers.has(one.peer ?? '')
      : !source.ports.has(one.port) && ends.has(`${one.peer} ${one.port}`),
  );
  return [...new Set([...source.kept.filter(isQuarantine), ...second])].sort(
    (one, other) => one.firstSeq - other.firstSeq,
  );
};

/** Rule 3: the direction follows from the role; the pseudo destination says it too. */
export const flowOf = (one: Connection): Flow | null => {
  const named = one.destination === null ? undefined : PSEUDO.get(one.destination);
  if (named) return named;
  const role = roleOf(one.source);
  if (role === null) return null;
  return (role === 'esa') === (one.kind === 'delivery') ? 'esa-to-sma' : 'sma-to-esa';
};

export const hasDelivered = ({ messages }: Connection): boolean =>
  messages !== null && [...messages.values()].some(({ outcome }) => outcome === 'delivered');

/** What a Delayed line says of the network, where no better line of this connection was seen. */
export const delayedDetails = (one: Connection): string | null => {
  if (one.delayed === null || one.closed || one.tls.result === 'success') return null;
  return networkDetailsOf(one.delayed.details);
};

/** Rule 5, first that holds. */
export const outcomeOf = (one: Connection): LogConnection['outcome'] => {
  if (one.tlsFailed !== null) return 'tls-failed';
  if (one.connectFailed !== null) return classifyConnect(one.connectFailed.details).outcome;
  if (one.refused !== null) return 'refused';
  if (one.lost && !hasDelivered(one)) return 'aborted';
  if (one.closed) return 'ok';
  const details = delayedDetails(one);
  return details === null ? 'open' : classifyConnect(details).outcome;
};
