import type { Socket } from 'node:net';
import ssh2, { type Client, type ClientChannel } from 'ssh2';
import { readLogin, startLogin } from '../core/asyncos/dialogue';
import type { SessionReport } from '../core/model';
import { dial } from './dial';
import { drive } from './drive';
import { type Failure, failure, loginFailure } from './failure';
import { firstWords } from './first-packet';
import { type Limit, limitOf, within } from './limit';
import { type Facts, logIn, lost, type Outcome, type SessionOptions, type Target } from './log-in';

import { type Session, sessionOf } from './session';
import { terminalOf } from './terminal';

export interface Opened {
  readonly session: Session | null;
  readonly report: SessionReport;
}

const DEFAULT_MS = 60_000;
/** Wide and high, so that the command line neither wraps lines nor pages. Source: asyncos-cli.md section 3. */
const WINDOW = { term: 'vt100', cols: 500, rows: 5000, width: 0, height: 0 } as const;
const HANG_UP_MS = 500;

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

const hangUp = (client: Client, socket: Socket) => (): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) return resolve();
    const timer = setTimeout(() => socket.destroy(), HANG_UP_MS);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    client.end();
  });

const openShell = (client: Client): Promise<Outcome<ClientChannel>> =>
  new Promise((resolve) => {
    client.on('close', () => resolve(lost(failure('reset', 'closed before the first prompt'))));
    client.shell(WINDOW, (error, channel) => {
      resolve(error ? lost(failure('no-prompt', `no shell: ${error.message}`)) : { ok: true, value: channel });
    });
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
  socket: Socket,
  target: Target,
  options: SessionOptions,
  limit: Limit,
  facts: Facts,
): Promise<Told> => {
  const client = new ssh2.Client();
  const end = hangUp(client, socket);
  const leave = (why: Failure, report: Partial<SessionReport> = {}): Told => {
    void end();
    return { session: null, report: { ...report, failure: silentOrOther(why, facts) } };
  };
  const login = await bounded(logIn(client, socket, target, options, facts), limit, 'login');
  if (!login.ok) return leave(login.failure);
  const shell = await bounded(openShell(client), limit, 'shell');
  if (!shell.ok) return leave(shell.failure);
  const heard = await listenForPrompt(shell.value, options, limit, end);
  if (!heard.ok) return leave(heard.failure, readLogin(heard.said, null));
  return { session: heard.session, report: { prompt: heard.prompt, ...readLogin(heard.said, heard.prompt) } };
};

/**
 * Opens one SSH session and waits for the appliance's first prompt. The host key is judged before any credential is
 * asked for, and one credential is tried once. Never throws: what fails stands in `report.failure`, without a secret.
 */
export const openSession = async (target: Target, options: SessionOptions): Promise<Opened> => {
  const start = performance.now();
  const limit = limitOf(options.timeoutMs ?? DEFAULT_MS, options.signal);
  const dialled = await dial(target.host, target.port, limit);
  const facts: Facts = { words: firstWords(), verdict: null };
  const told: Told = dialled.ok
    ? await converse(dialled.socket, target, options, limit, facts).catch((error: unknown) => {
        dialled.socket.destroy();
        return { session: null, report: { failure: failure('our-mistake', String(error)) } };
      })
    : { session: null, report: { failure: dialled.failure } };
  const { banner, offers } = facts.words.heard();
  const seen = { banner, offers, hostKey: facts.verdict?.hostKey ?? null, expected: facts.verdict?.expected ?? null };
  const connections = dialled.ok ? 1 : 0;
  const durationMs = Math.round(performance.now() - start);
  return { session: told.session, report: { ...blank(target), ...seen, ...told.report, connections, durationMs } };
};
