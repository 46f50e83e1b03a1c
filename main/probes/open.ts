import type { TlsFailureCode, TlsStage } from '../core/model';
import { type Connected, type Connection, connectTo } from './connection';
import { now } from './deadline';
import { connectFailure, connectFailureText, tellingOrder } from './errno';
import { type Address, resolveHost } from './resolve';
import { type Session, targetText } from './session';

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

/** The addresses of the target, asked for once. */
const addressesOf = async (session: Session): Promise<readonly Address[] | Failure> => {
  if (session.addresses) return session.addresses;
  const { host } = session.target;
  const resolved = await resolveHost(host, session.deadline, session.options.signal);
  if (resolved.kind === 'cancelled') return { code: 'cancelled', stage: 'resolve', detail: 'cancelled' };
  if (resolved.kind === 'deadline')
    return { code: 'resolve-failed', stage: 'resolve', detail: `${host}: no answer in time` };
  if (resolved.kind === 'unknown')
    return { code: 'resolve-failed', stage: 'resolve', detail: `${host}: ${resolved.errno}` };
  const found = resolved.addresses.map(({ address }) => address).join(', ');
  if (found !== host) session.recorder.note(session.connections, [`DNS: ${host} is ${found}`]);
  session.addresses = resolved.addresses;
  return resolved.addresses;
};

const failureOf = (connected: Exclude<Connected, { kind: 'connected' }>, ms: number): Failure => {
  if (connected.kind === 'cancelled') return { code: 'cancelled', stage: 'connect', detail: 'cancelled' };
  if (connected.kind === 'deadline')
    return { code: 'connect-timed-out', stage: 'connect', detail: `no answer within ${ms} ms` };
  return { code: connectFailure(connected.errno), stage: 'connect', detail: connectFailureText(connected.errno) };
};

const attempt = async (session: Session, address: Address): Promise<Opened> => {
  const { target, options, recorder } = session;
  session.connections += 1;
  const place = targetText({ host: address.address, port: target.port });
  const limit = Math.min(session.deadline, now() + CONNECT_MS);
  const connected = await connectTo(address, target.port, limit, options.signal);
  if (connected.kind !== 'connected') {
    const failure = failureOf(connected, connected.ms);
    recorder.note(session.connections, [`TCP: ${place}: ${failure.detail} after ${connected.ms} ms`]);
    return { kind: 'failed', failure };
  }
  const { connection, ms } = connected;
  recorder.note(session.connections, [`TCP: connected to ${place} from ${connection.local} in ${ms} ms`]);
  session.addresses = [address];
  return { kind: 'open', connection };
};

const moreTelling = (one: Failure, other: Failure): Failure =>
  tellingOrder.indexOf(other.code) < tellingOrder.indexOf(one.code) ? other : one;

/** Connects to the first address that answers; of several failures the most telling one is given. */
export const openConnection = async (session: Session): Promise<Opened> => {
  const addresses = await addressesOf(session);
  if ('code' in addresses) return failed(session, addresses);
  let worst: Failure | null = null;
  for (const address of addresses) {
    if (worst && session.connections >= (session.options.limit ?? Number.POSITIVE_INFINITY)) break;
    const opened = await attempt(session, address);
    if (opened.kind === 'open' || opened.failure.code === 'cancelled') return opened;
    worst = worst ? moreTelling(worst, opened.failure) : opened.failure;
  }
  return { kind: 'failed', failure: worst ?? { code: 'resolve-failed', stage: 'resolve', detail: 'no address' } };
};
