import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';
import type { SessionReport } from '../core/model';
import { good, type Problem, type Result } from '../core/model/problem';
import { algorithms } from './algorithms';
import { authenticate } from './authenticate';
import type { Credential } from './credential';
import { type Failure, failure, ssh2Failure } from './failure';
import type { firstWords } from './first-packet';
import type { AskCode } from './keyboard';
import type { KnownHosts } from './known-hosts';
import { agreedOf, type Disagreement, disagreementIn } from './negotiation';
import { type Verdict, verifyHost } from './verify-host';
import { watchExchange } from './watch-exchange';
import { type Refusal, watchRefusal } from './watch-refusal';

/** One SSH server to log in to: an appliance, or the jump host before it. */
export interface Place {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** The fingerprint that the profile names, `SHA256:…`. */
  readonly hostKey: string | null;
}

/** How to log in to a place; each place has its own. */
export interface Key {
  /** Asked once, and only after the host key was accepted. */
  readonly credential: () => Promise<Result<Credential>>;
  /** Asked for what a second factor wants, by its own words; null or absent: nobody can give it now. */
  readonly code?: AskCode;
  /** Told once the login has succeeded, which is before the appliance's first prompt. */
  readonly accepted?: () => void;
}

/** By which rules host keys are judged, at a jump host and at an appliance alike. */
export interface HostRules {
  readonly knownHosts: KnownHosts;
  readonly acceptNewHostKeys: boolean;
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };
export const lost = (why: Failure) => ({ ok: false, failure: why }) as const;

/** What was seen on the way, whatever it came to. */
export interface Facts {
  readonly words: ReturnType<typeof firstWords>;
  verdict: Verdict | null;
  agreed: NonNullable<SessionReport['agreed']> | null;
  disagreement: Disagreement | null;
  /** How many passwords, keys and codes were offered. */
  attempts: number;
  /** Why there was no credential. */
  problem: Problem | null;
}

type GiveUp = (why: Failure) => void;

/**
 * The host key's way through a login: judged when it is shown, kept when its owner has proved to hold it (only then is
 * the handshake over), and the credential asked for behind both.
 */
const gateOf = (place: Place, key: Key, rules: HostRules, facts: Facts, giveUp: GiveUp) => {
  const { knownHosts, acceptNewHostKeys: acceptNew } = rules;
  const check = { host: place.host, port: place.port, pinned: place.hostKey, knownHosts, acceptNew };
  let shown: Buffer | null = null;
  let kept: Promise<Result<null>> = Promise.resolve(good(null));
  return {
    judge(hostKey: Buffer, accept: (valid: boolean) => void): void {
      const copy = Buffer.from(hostKey);
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
      kept = knownHosts.remember(place.host, place.port, facts.verdict.hostKey.type, shown);
    },
    async credential(): Promise<Result<Credential>> {
      const stored = await kept;
      if (stored.ok) {
        const held = await key.credential();
        facts.problem = held.ok ? null : held.problem;
        return held;
      }
      giveUp(failure('host-key-unknown', `${stored.problem.code} ${String(stored.problem.params.reason ?? '')}`));
      return stored;
    },
  };
};

/** Hears each chunk just before ssh2 does, and takes none of them away: the stream flows when ssh2 listens. */
const listenFirst = (stream: Duplex, hear: (chunk: Buffer) => void): void => {
  const meet = (event: string | symbol): void => {
    if (event !== 'data') return;
    stream.removeListener('newListener', meet);
    stream.on('data', hear);
  };
  stream.on('newListener', meet);
};

const nobody: AskCode = async () => null;

/** Everything of ssh2 that can end a login, as the first reason that stands. */
const listen = (
  client: Client,
  facts: Facts,
  gate: ReturnType<typeof gateOf>,
  end: (found: Outcome<Client>) => void,
) => {
  const fail = (error: Error) => {
    facts.disagreement ??= disagreementIn(error.message, facts.words.heard());
    end(lost(ssh2Failure(error, facts.words.heard())));
  };
  // A later exchange of keys on the same connection is a handshake too.
  client.once('handshake', (negotiated) => {
    facts.agreed = agreedOf(negotiated);
    gate.keep();
  });
  client.on('ready', () => end({ ok: true, value: client }));
  client.on('error', fail);
  client.on('change password', (asks: string) => end(lost(failure('passphrase-expired', asks))));
  client.on('close', () => fail(new Error('closed before the login was over')));
  return fail;
};

/**
 * Handshake, host key, credential. Every event of ssh2 that can end it becomes a value; the first reason stands, and
 * nothing is asked for or offered behind it, nor once `signal` is aborted.
 */
export const logIn = (
  client: Client,
  stream: Duplex,
  place: Place,
  key: Key,
  rules: HostRules,
  facts: Facts,
  signal: AbortSignal,
): Promise<Outcome<Client>> =>
  new Promise((resolve, reject) => {
    const over = new AbortController();
    const end = (found: Outcome<Client>) => {
      if (found.ok && !over.signal.aborted) key.accepted?.();
      over.abort();
      resolve(found);
    };
    const giveUp = (why: Failure) => end(lost(why));
    const gate = gateOf(place, key, rules, facts, giveUp);
    const fail = listen(client, facts, gate, end);
    let refusal: Refusal = { methods: [], partial: false };
    rules.knownHosts.types(place.host, place.port).then((types) => {
      if (stream.destroyed) return fail(new Error('closed before it said anything'));
      listenFirst(stream, (chunk) => facts.words.take(chunk));
      client.connect({
        sock: stream,
        username: place.user,
        readyTimeout: 0,
        algorithms: algorithms(types),
        hostVerifier: gate.judge,
        authHandler: authenticate({
          user: place.user,
          credential: gate.credential,
          code: key.code ?? nobody,
          offering: () => {
            facts.attempts += 1;
          },
          giveUp,
          refusal: () => refusal,
          signal: AbortSignal.any([signal, over.signal]),
        }),
      });
      watchExchange(client);
      watchRefusal(client, (heard) => {
        refusal = heard;
      });
    }, reject);
  });
