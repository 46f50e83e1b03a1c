import type { TlsFailureCode } from '../core/model';
import { connectTo } from './connection';
import { now } from './deadline';
import { connectFailure, connectFailureText } from './errno';
import type { FootprintLine, ProbeTarget } from './options';
import { newRecorder } from './recorder';
import { type Address, resolveHost } from './resolve';
import { targetText } from './session';

export type Reached = {
  readonly address: string;
  readonly outcome: 'connected' | TlsFailureCode;
  /** Null: connected, or no error number (time-out of our own, cancelled). */
  readonly errno: string | null;
  readonly ms: number;
};

export type TcpReach = {
  /** One entry for each address, in the resolver's order; empty where the name does not resolve. */
  readonly reached: readonly Reached[];
  readonly failure: { readonly code: TlsFailureCode; readonly detail: string } | null;
  readonly evidence: string;
  readonly footprint: readonly FootprintLine[];
};

export type ReachOptions = { readonly timeoutMs?: number; readonly signal?: AbortSignal };

const reachOne = async (address: Address, port: number, deadline: number, signal?: AbortSignal): Promise<Reached> => {
  const connected = await connectTo(address, port, deadline, signal);
  const entry = { address: address.address, ms: connected.ms, errno: null };
  if (connected.kind === 'connected') {
    await connected.connection.close();
    return { ...entry, outcome: 'connected' };
  }
  if (connected.kind === 'failed')
    return { ...entry, outcome: connectFailure(connected.errno), errno: connected.errno };
  return { ...entry, outcome: connected.kind === 'cancelled' ? 'cancelled' : 'connect-timed-out' };
};

const lineOf = (place: string, { outcome, errno, ms }: Reached): string => {
  if (outcome === 'connected') return `TCP: connected to ${place} in ${ms} ms`;
  return `TCP: ${place}: ${errno === null ? outcome : connectFailureText(errno)} after ${ms} ms`;
};

/**
 * Opens and closes one TCP connection to every address of the host; says for each what happened, the errno and the
 * time. Sends nothing. Never rejects.
 */
export const reachTcp = async (target: ProbeTarget, options: ReachOptions = {}): Promise<TcpReach> => {
  const { timeoutMs = 10_000, signal } = options;
  const recorder = newRecorder(`TCP to ${targetText(target)}; # address + seconds since the start`);
  const resolved = await resolveHost(target.host, now() + timeoutMs, signal);
  if (resolved.kind !== 'resolved') {
    const code = resolved.kind === 'cancelled' ? 'cancelled' : 'resolve-failed';
    const detail = resolved.kind === 'unknown' ? resolved.errno : resolved.kind;
    recorder.note(0, [`DNS: ${code}: ${target.host}: ${detail}`]);
    return { reached: [], failure: { code, detail }, evidence: recorder.text(), footprint: [] };
  }
  const reached: Reached[] = [];
  const footprint: FootprintLine[] = [];
  for (const [index, address] of resolved.addresses.entries()) {
    const entry = await reachOne(address, target.port, now() + timeoutMs, signal);
    const place = targetText({ host: address.address, port: target.port });
    recorder.note(index + 1, [lineOf(place, entry)]);
    footprint.push({ to: place, what: 'tcp-connect', leaves: 'silent-connection' });
    reached.push(entry);
  }
  return { reached, failure: null, evidence: recorder.text(), footprint };
};
