import type { Duplex } from 'node:stream';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import { readLogin, startLogin } from '../core/asyncos/dialogue';
import type { SessionReport } from '../core/model';
import { drive } from './drive';
import { type Failure, failure, loginFailure } from './failure';
import { hangUp } from './hang-up';
import { type Jump, nothingSeen, wayThrough, wayTo } from './jump';
import { heededBy, type Limit, limitOf, within } from './limit';
import { type Facts, type HostRules, type Key, logIn, lost, type Outcome, type Place } from './log-in';
import { negotiationReport } from './negotiation';
import { type Session, sessionOf } from './session';
import { terminalOf } from './terminal';

export interface Target extends Place {
  readonly name: string;
}

export interface SessionOptions extends Key, HostRules {
  /** The host to go through; null or absent where the appliance is dialled itself. */
  readonly jump?: Jump | null;
  /** For everything up to the first prompt. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** All that the appliance prints, as it comes: login and commands. */
  readonly onText?: (text: string) => void;
}

export interface Opened {
  readonly session: Session | null;
  readonly report: SessionReport;
}

const DEFAULT_MS = 60_000;
/** Wide and high, so that the command line neither wraps lines nor pages. Source: asyncos-cli.md section 3. */
const WINDOW = { term: 'vt100', cols: 500, rows: 5000, width: 0, height: 0 } as const;

const blank = (target: Target): SessionReport => ({
  target: `${target.host}:${target.port}`,
  banner: null,
  hostKey: null,
  expected: null,
  offers: null,
  prompt: null,
  machine: null,
  mode: null,
  disconnected: false,
  version: null,
  model: null,
  failure: null,
  connections: 0,
  durationMs: 0,
});

const openShell = (client: Client): Promise<Outcome<ClientChannel>> =>
  new Promise((resolve) => {
    const closed = () => resolve(lost(failure('reset', 'closed before the first prompt')));
    client.on('close', closed);
    // ssh2 throws where the line is gone already.
    try {
      client.shell(WINDOW, (error, channel) => {
        resolve(error ? lost(failure('no-prompt', `no shell: ${error.message}`)) : { ok: true, value: channel });
      });
    } catch {
      closed();
    }
  });

const bounded = async <T>(work: Promise<Outcome<T>>, limit: Limit, stage: string): Promise<Outcome<T>> => {
  const outcome = await within(work, limit);
  if (outcome.kind === 'value') return outcome.value;
  return lost(failure(outcome.kind, outcome.kind === 'timed-out' ? stage : ''));
};

/** A peer that never names itself as SSH is told apart from one that is only slow. */
const silentOrOther = (found: Failure, facts: Facts): Failure => {
  const { banner, other } = facts.words.heard();
  return found.code === 'timed-out' && banner === null && other !== null ? failure('not-ssh', other) : found;
};

const listenForPrompt = async (
  channel: ClientChannel,
  options: SessionOptions,
  limit: Limit,
  end: () => Promise<void>,
) => {
  const terminal = terminalOf(channel, options.onText);
  const driven = drive(terminal, startLogin(), { timeoutMs: limit.left(), signal: limit.signal });
  const told = await driven.told;
  if (told.problem !== null) return { ok: false, failure: loginFailure(told.problem), said: told.text } as const;
  const prompt = await driven.settled;
  if (prompt === null) return { ok: false, failure: failure('no-prompt', ''), said: told.text } as const;
  return { ok: true, session: sessionOf(terminal, prompt, end), prompt, said: told.text } as const;
};

type Told = Pick<Opened, 'session'> & { readonly report: Partial<SessionReport> };

const converse = async (
  stream: Duplex,
  target: Target,
  options: SessionOptions,
  limit: Limit,
  facts: Facts,
  leaveWay: () => Promise<void>,
): Promise<Told> => {
  const client = new ssh2.Client();
  const gone = new AbortController();
  const end = async () => {
    gone.abort();
    await hangUp(client, stream);
    await leaveWay();
  };
  const leave = (why: Failure, report: Partial<SessionReport> = {}): Told => {
    void end();
    return { session: null, report: { ...report, failure: silentOrOther(why, facts) } };
  };
  const login = await bounded(
    logIn(client, stream, target, options, options, facts, heededBy(gone, limit)),
    limit,
    'login',
  );
  if (!login.ok) return leave(login.failure);
  const shell = await bounded(openShell(client), limit, 'shell');
  if (!shell.ok) return leave(shell.failure);
  const heard = await listenForPrompt(shell.value, options, limit, end);
  if (!heard.ok) return leave(heard.failure, readLogin(heard.said, null));
  return { session: heard.session, report: { prompt: heard.prompt, ...readLogin(heard.said, heard.prompt) } };
};

const seenBy = (facts: Facts): Partial<SessionReport> => {
  const heard = facts.words.heard();
  const { verdict, agreed, disagreement, attempts, problem } = facts;
  return {
    banner: heard.banner,
    hostKey: verdict?.hostKey ?? null,
    expected: verdict?.expected ?? null,
    authority: verdict?.authority ?? false,
    disagreement,
    attempts,
    problem,
    ...negotiationReport(heard, agreed),
  };
};

/**
 * Opens one SSH session, through a jump host where one is given, and waits for the appliance's first prompt. Each host
 * key is judged before a credential is asked for, and each credential is tried once. Never throws: what fails stands in
 * `report.failure` (at a jump host: `jump-host`, and in `report.jump`), without a secret.
 */
export const openSession = async (target: Target, options: SessionOptions): Promise<Opened> => {
  const start = performance.now();
  const limit = limitOf(options.timeoutMs ?? DEFAULT_MS, options.signal);
  const facts = nothingSeen();
  const way = await (options.jump ? wayThrough(options.jump, target, options, limit) : wayTo(target, limit));
  const { stream, leave } = way;
  const told: Told = stream.ok
    ? await converse(stream.value, target, options, limit, facts, leave).catch((error: unknown) => {
        stream.value.destroy();
        void leave();
        return { session: null, report: { failure: failure('our-mistake', String(error)) } };
      })
    : { session: null, report: { failure: stream.failure } };
  if (!stream.ok) void leave();
  const last = { connections: stream.ok ? 1 : 0, durationMs: Math.round(performance.now() - start) };
  return {
    session: told.session,
    report: { ...blank(target), ...seenBy(facts), ...told.report, jump: way.jump, ...last },
  };
};
