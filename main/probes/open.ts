import { isIP } from 'node:net';
import type { TcpAttempt, TlsFailureCode, TlsStage } from '../core/model';
import { type Connected, type Connection, connectTo } from './connection';
import { now } from './deadline';
import { connectFailure, connectFailureText, tellingOrder } from './errno';
import { type Address, type Resolved, resolveHost } from './resolve';
import { type Session, targetText } from './session';
import { waitUntil } from './waiting';

export type Failure = { readonly code: TlsFailureCode; readonly stage: TlsStage; readonly detail: string };

export type Opened =
  | { readonly kind: 'open'; readonly connection: Connection }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A SYN that nobody answered for so long will not be answered. */
const CONNECT_MS = 10_000;

const failed = (session: Session, failure: Failure): Opened => {
  session.recorder.note(session.connections, [`TCP: ${failure.code}: ${failure.detail}`]);
  return { kind: 'failed', failure };
};

const unresolved = (host: string, resolved: Exclude<Resolved, { kind: 'resolved' }>): Failure => {
  if (resolved.kind === 'cancelled') return { code: 'cancelled', stage: 'resolve', detail: 'cancelled' };
  const why = resolved.kind === 'deadline' ? 'no answer in time' : resolved.errno;
  return { code: 'resolve-failed', stage: 'resolve', detail: `${host}: ${why}` };
};

/** From an address of one family only addresses of that family can be reached. */
const reachable = (session: Session, addresses: readonly Address[]): readonly Address[] | Failure => {
  const { localAddress } = session.options;
  if (localAddress === undefined) return addresses;
  const fitting = addresses.filter(({ family }) => family === isIP(localAddress));
  if (fitting.length > 0) return fitting;
  const detail = `from ${localAddress} no address of ${session.target.host} can be reached`;
  return { code: 'local-fault', stage: 'connect', detail };
};

/** The addresses of the target, asked for once. */
const addressesOf = async (session: Session): Promise<readonly Address[] | Failure> => {
  if (session.addresses) return session.addresses;
  const { host } = session.target;
  const started = now();
  const resolved = await resolveHost(host, waitUntil(session, 'resolve', session.deadline), session.options.signal);
  if (resolved.kind !== 'resolved') return unresolved(host, resolved);
  const ms = Math.round(now() - started);
  const addresses = resolved.addresses.map(({ address }) => address);
  session.resolved = { ms, addresses };
  const found = addresses.join(', ');
  if (found !== host) session.recorder.note(session.connections, [`DNS: ${host} is ${found} (${ms} ms)`]);
  return reachable(session, resolved.addresses);
};

const failureOf = (connected: Exclude<Connected, { kind: 'connected' }>, localAddress: string | undefined): Failure => {
  const stage = 'connect';
  if (connected.kind === 'cancelled') return { code: 'cancelled', stage, detail: 'cancelled' };
  if (connected.kind === 'deadline')
    return { code: 'connect-timed-out', stage, detail: `no answer within ${connected.ms} ms` };
  const { errno } = connected;
  return { code: connectFailure(errno), stage, detail: connectFailureText(errno, localAddress) };
};

/** Kept until an address answers: from then on only that one is asked. */
const enter = (session: Session, attempt: TcpAttempt): void => {
  if (session.addresses === null) session.attempts.push(attempt);
};

const attempt = async (session: Session, address: Address): Promise<Opened> => {
  const { options, recorder } = session;
  const { port } = session.target;
  session.connections += 1;
  session.local = null;
  const place = targetText({ host: address.address, port });
  const limit = waitUntil(session, 'connect', Math.min(session.deadline, now() + CONNECT_MS));
  const connected = await connectTo({ address, port, localAddress: options.localAddress }, limit, options.signal);
  const { ms } = connected;
  if (connected.kind !== 'connected') {
    const failure = failureOf(connected, options.localAddress);
    const errno = connected.kind === 'failed' ? connected.errno : null;
    enter(session, { address: address.address, outcome: failure.code, errno, ms });
    recorder.note(session.connections, [`TCP: ${place}: ${failure.detail} after ${ms} ms`]);
    return { kind: 'failed', failure };
  }
  recorder.note(session.connections, [`TCP: connected to ${place} from ${connected.connection.local} in ${ms} ms`]);
  enter(session, { address: address.address, outcome: 'connected', errno: null, ms });
  session.addresses = [address];
  session.local = connected.connection.local;
  return { kind: 'open', connection: connected.connection };
};

const moreTelling = (one: Failure, other: Failure): Failure =>
  tellingOrder.indexOf(other.code) < tellingOrder.indexOf(one.code) ? other : one;

/** The address before did not answer, and the next is tried: two connections of one question, both in the ledger. */
const enterUnanswered = (session: Session): void => {
  const line = { to: targetText(session.target), what: 'tcp-connect', leaves: 'no-connection' };
  session.footprint.push(line);
  session.options.onFootprint?.(line);
};

/** Connects to the first address that answers; of several failures the most telling one is given. */
export const openConnection = async (session: Session): Promise<Opened> => {
  const addresses = await addressesOf(session);
  if ('code' in addresses) return failed(session, addresses);
  let worst: Failure | null = null;
  for (const address of addresses) {
    if (worst && session.connections >= (session.options.limit ?? Number.POSITIVE_INFINITY)) break;
    if (worst) enterUnanswered(session);
    const opened = await attempt(session, address);
    if (opened.kind === 'open' || opened.failure.code === 'cancelled') return opened;
    worst = worst ? moreTelling(worst, opened.failure) : opened.failure;
  }
  return { kind: 'failed', failure: worst ?? { code: 'resolve-failed', stage: 'resolve', detail: 'no address' } };
};
