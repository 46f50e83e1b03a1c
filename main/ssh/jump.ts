import type { Duplex } from 'node:stream';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import type { SessionReport } from '../core/model';
import { dial } from './dial';
import { type Failure, failure } from './failure';
import { firstWords } from './first-packet';
import { hangUp } from './hang-up';
import { heededBy, type Limit, within } from './limit';
import { type Facts, type HostRules, type Key, logIn, lost, type Outcome, type Place } from './log-in';

/** The host in between, with a key of its own: nothing of it is ever offered to the appliance. */
export interface Jump extends Key {
  readonly place: Place;
}

/** The way to an appliance: a stream to its SSH port, how to give it back, and what was seen at the jump host. */
export interface Way {
  readonly stream: Outcome<Duplex>;
  readonly leave: () => Promise<void>;
  readonly jump: SessionReport['jump'];
}

export const nothingSeen = (): Facts => ({
  words: firstWords(),
  verdict: null,
  agreed: null,
  disagreement: null,
  attempts: 0,
  problem: null,
});

/** RFC 4254 section 5.1: what a refused channel's reason code says. */
const PROHIBITED = 1;
const CAUSES = [
  [/refused/i, 'connect-refused'],
  [/timed? ?out/i, 'connect-timed-out'],
  [/resolve|not known|unknown host/i, 'resolve-failed'],
] as const;

/** The jump host's own words are kept: only it saw why the appliance could not be reached. */
const forwardFailure = (
  error: Error,
  at: string,
  to: string,
): { readonly failure: Failure; readonly atJump: boolean } => {
  const reason: unknown = Reflect.get(error, 'reason');
  const detail = `the jump host ${at} says: ${error.message}`;
  if (reason === PROHIBITED)
    return { failure: failure('unreachable', `it forwards nothing to ${to}: ${error.message}`), atJump: true };
  const code = CAUSES.find(([pattern]) => pattern.test(error.message))?.[1] ?? 'unreachable';
  return { failure: failure(code, detail), atJump: false };
};

type Forwarded = { readonly ok: true; readonly value: ClientChannel } | ReturnType<typeof forwardFailure>;

const forward = (client: Client, target: Place, at: string): Promise<Forwarded> =>
  new Promise((resolve) => {
    const closed = () => resolve({ failure: failure('reset', `the jump host ${at} closed`), atJump: true });
    client.on('close', closed);
    // ssh2 throws where the line is gone already.
    try {
      client.forwardOut('127.0.0.1', 0, target.host, target.port, (error, channel) =>
        resolve(error ? forwardFailure(error, at, `${target.host}:${target.port}`) : { ok: true, value: channel }),
      );
    } catch {
      closed();
    }
  });

const reportOf = (at: string, facts: Facts, found: Failure | null): NonNullable<SessionReport['jump']> => ({
  target: at,
  banner: facts.words.heard().banner,
  hostKey: facts.verdict?.hostKey ?? null,
  expected: facts.verdict?.expected ?? null,
  failure: found,
  attempts: facts.attempts,
  problem: facts.problem,
  authority: facts.verdict?.authority ?? false,
});

const bounded = async <T>(work: Promise<Outcome<T>>, limit: Limit): Promise<Outcome<T>> => {
  const outcome = await within(work, limit);
  return outcome.kind === 'value' ? outcome.value : lost(failure(outcome.kind, 'login'));
};

/** The way through a jump host: logged in to by the same rules as an appliance, then one forwarded stream. */
export const wayThrough = async (jump: Jump, target: Place, rules: HostRules, limit: Limit): Promise<Way> => {
  const { place } = jump;
  const at = `${place.host}:${place.port}`;
  const facts = nothingSeen();
  const nothing = async (): Promise<void> => undefined;
  const failed = (why: Failure, leave: Way['leave']): Way => ({
    stream: lost(why.code === 'cancelled' ? why : failure('jump-host', `${at}: ${why.code} ${why.detail}`)),
    leave,
    jump: reportOf(at, facts, why),
  });
  const dialled = await dial(place.host, place.port, limit);
  if (!dialled.ok) return failed(dialled.failure, nothing);
  const client = new ssh2.Client();
  const gone = new AbortController();
  const leave = () => {
    gone.abort();
    return hangUp(client, dialled.socket);
  };
  const signal = heededBy(gone, limit);
  const login = await bounded(logIn(client, dialled.socket, place, jump, rules, facts, signal), limit);
  if (!login.ok) return failed(login.failure, leave);
  const opened = await within(forward(client, target, at), limit);
  if (opened.kind !== 'value') return failed(failure(opened.kind, 'forwarding'), leave);
  if (!('failure' in opened.value)) return { stream: opened.value, leave, jump: reportOf(at, facts, null) };
  const { failure: why, atJump } = opened.value;
  return atJump ? failed(why, leave) : { stream: lost(why), leave, jump: reportOf(at, facts, null) };
};

/** The way straight to an appliance. */
export const wayTo = async (target: Place, limit: Limit): Promise<Way> => {
  const dialled = await dial(target.host, target.port, limit);
  const leave = async (): Promise<void> => undefined;
  return { stream: dialled.ok ? { ok: true, value: dialled.socket } : lost(dialled.failure), leave, jump: null };
};
