import type { Socket } from 'node:net';
import type { Client } from 'ssh2';
import { good, type Result } from '../core/model/problem';
import { algorithms } from './algorithms';
import { authenticate } from './authenticate';
import type { Credential } from './credential';
import { type Failure, failure, ssh2Failure } from './failure';
import type { firstWords } from './first-packet';
import { quickenGroupExchange } from './group-exchange';
import type { KnownHosts } from './known-hosts';
import { type Verdict, verifyHost } from './verify-host';

export interface Target {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The fingerprint that the profile names, `SHA256:…`. */
  readonly hostKey: string | null;
}

export interface SessionOptions {
  /** Asked once, and only after the host key was accepted. */
  readonly credential: () => Promise<Result<Credential>>;
  readonly knownHosts: KnownHosts;
  readonly acceptNewHostKeys: boolean;
  /** For everything up to the first prompt. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
  /** All that the appliance prints, as it comes: login and commands. */
  readonly onText?: (text: string) => void;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
export const lost = (why: Failure) => ({ ok: false, failure: why }) as const;

/** What was seen on the way, whatever it came to. */
export interface Facts {
  readonly words: ReturnType<typeof firstWords>;
  verdict: Verdict | null;
}

type GiveUp = (why: Failure) => void;

/**
 * The host key's way through a login: judged when it is shown, kept when its owner has proved to hold it (only then is
 * the handshake over), and the credential asked for behind both.
 */
const gateOf = (target: Target, options: SessionOptions, facts: Facts, giveUp: GiveUp) => {
  const { knownHosts, acceptNewHostKeys: acceptNew } = options;
  const check = { host: target.host, port: target.port, pinned: target.hostKey, knownHosts, acceptNew };
  let shown: Buffer | null = null;
  let kept: Promise<Result<null>> = Promise.resolve(good(null));
  return {
    judge(key: Buffer, accept: (valid: boolean) => void): void {
      const copy = Buffer.from(key);
      verifyHost(copy, check).then(
        (verdict) => {
          facts.verdict = verdict;
          shown = copy;
          if (verdict.failure !== null) giveUp(verdict.failure);
          accept(verdict.failure === null);
        },
        () => giveUp(failure('our-mistake', 'the host key could not be judged')),
      );
    },
    keep(): void {
      if (!facts.verdict?.remember || shown === null) return;
      kept = knownHosts.remember(target.host, target.port, facts.verdict.hostKey.type, shown);
    },
    async credential(): Promise<Result<Credential>> {
      const stored = await kept;
      if (stored.ok) return options.credential();
      giveUp(failure('host-key-unknown', `${stored.problem.code} ${String(stored.problem.params.reason ?? '')}`));
      return stored;
    },
  };
};

/** Handshake, host key, credential. Every event of ssh2 that can end it becomes a value; the first reason stands. */
export const logIn = (
  client: Client,
  socket: Socket,
  target: Target,
  options: SessionOptions,
  facts: Facts,
): Promise<Outcome<Client>> =>
  new Promise((resolve, reject) => {
    const giveUp = (why: Failure) => resolve(lost(why));
    const gate = gateOf(target, options, facts, giveUp);
    // A later exchange of keys on the same connection is a handshake too.
    client.once('handshake', gate.keep);
    client.on('ready', () => resolve({ ok: true, value: client }));
    client.on('error', (error) => giveUp(ssh2Failure(error, facts.words.heard())));
    client.on('change password', (asks: string) => giveUp(failure('passphrase-expired', asks)));
    client.on('close', () => giveUp(ssh2Failure(new Error('closed before the login was over'), facts.words.heard())));
    options.knownHosts.types(target.host, target.port).then((types) => {
      client.connect({
        sock: socket,
        username: target.user,
        readyTimeout: 0,
        algorithms: algorithms(types),
        hostVerifier: gate.judge,
        authHandler: authenticate({ user: target.user, credential: gate.credential, giveUp }),
      });
      // ssh2 listens to the socket a turn later, so this comes before it reads the chunk.
      socket.on('data', (chunk: Buffer) => {
        facts.words.take(chunk);
        quickenGroupExchange(client);
      });
    }, reject);
  });
