import type { TcpAttempt, TlsFailureCode } from '../core/model';
import { connectTo, type Way } from './connection';
import { now } from './deadline';
import { connectFailure, connectFailureText } from './errno';
import type { FootprintLine, ProbeTarget } from './options';
import { newRecorder, type Recorder } from './recorder';
import { type Resolved, resolveHost } from './resolve';
import { targetText } from './session';

/** What came of one address; `errno` is null where it connected, and where the end was our own. */
export type Reached = Readonly<TcpAttempt>;

export type TcpReach = {
  /** How long the look-up of the name took; 0 for an address. */
  readonly resolvedMs: number;
  /** One entry for each address, in the resolver's order; empty where the name does not resolve. */
  readonly reached: readonly Reached[];
  readonly failure: { readonly code: TlsFailureCode; readonly detail: string } | null;
  readonly evidence: string;
  readonly footprint: readonly FootprintLine[];
};

export type ReachOptions = {
  /** The longest for the look-up, and for each address. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  /** The address of this machine to go out from. */
  readonly localAddress?: string;
};

const reachOne = async (way: Way, deadline: number, signal: AbortSignal | undefined): Promise<Reached> => {
  const connected = await connectTo(way, deadline, signal);
  const entry = { address: way.address.address, ms: connected.ms, errno: null };
  if (connected.kind === 'connected') {
    await connected.connection.close(undefined, signal);
    return { ...entry, outcome: 'connected' };
  }
  if (connected.kind === 'failed')
    return { ...entry, outcome: connectFailure(connected.errno), errno: connected.errno };
  return { ...entry, outcome: connected.kind === 'cancelled' ? 'cancelled' : 'connect-timed-out' };
};

const lineOf = (place: string, { outcome, errno, ms }: Reached, localAddress: string | undefined): string => {
  if (outcome === 'connected') return `TCP: connected to ${place} in ${ms} ms`;
  return `TCP: ${place}: ${errno === null ? outcome : connectFailureText(errno, localAddress)} after ${ms} ms`;
};

type Unresolved = Exclude<Resolved, { kind: 'resolved' }>;

const unreached = (host: string, resolved: Unresolved, resolvedMs: number, recorder: Recorder): TcpReach => {
  const code = resolved.kind === 'cancelled' ? 'cancelled' : 'resolve-failed';
  const detail = resolved.kind === 'unknown' ? resolved.errno : resolved.kind;
  recorder.note(0, [`DNS: ${code}: ${host}: ${detail} (${resolvedMs} ms)`]);
  return { resolvedMs, reached: [], failure: { code, detail }, evidence: recorder.text(), footprint: [] };
};

/**
 * Opens and closes one TCP connection to every address of the host, IPv4 and IPv6 in the resolver's order, one after
 * the other; says for each what happened, the errno and the time. Sends nothing. Never rejects.
 */
export const reachTcp = async (target: ProbeTarget, options: ReachOptions = {}): Promise<TcpReach> => {
  const { timeoutMs = 10_000, signal, localAddress } = options;
  const { host, port } = target;
  const recorder = newRecorder(`TCP to ${targetText(target)}; # address + seconds since the start`);
  const started = now();
  const resolved = await resolveHost(host, started + timeoutMs, signal);
  const resolvedMs = Math.round(now() - started);
  if (resolved.kind !== 'resolved') return unreached(host, resolved, resolvedMs, recorder);
  const reached: Reached[] = [];
  const footprint: FootprintLine[] = [];
  for (const [index, address] of resolved.addresses.entries()) {
    const entry = await reachOne({ address, port, localAddress }, now() + timeoutMs, signal);
    const place = targetText({ host: address.address, port });
    recorder.note(index + 1, [lineOf(place, entry, localAddress)]);
    const leaves = entry.outcome === 'connected' ? 'silent-connection' : 'no-connection';
    footprint.push({ to: place, what: 'tcp-connect', leaves });
    reached.push(entry);
  }
  return { resolvedMs, reached, failure: null, evidence: recorder.text(), footprint };
};
