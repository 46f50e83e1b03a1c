import { createHmac, randomBytes } from 'node:crypto';
import { bad, good, problem, type Result, type SessionReport } from '../../core/model';
import type { Credential } from '../../ssh';
import { Attempts } from './attempts';
import { type Turn, Turns } from './turns';

type Failure = SessionReport['failure'];

/** One login that is about to offer something. */
export interface LoginAttempt {
  /** The appliance, for the problem. */
  readonly name: string;
  readonly user: string;
  /** Where it is offered, `host:port`: attempts are counted there. */
  readonly at: string;
  /** The engineer says that a credential may be offered although it was refused. */
  readonly again?: boolean;
  /** Reads the credential from where the profile says it is. */
  readonly resolve: () => Promise<Result<Credential>>;
  readonly signal?: AbortSignal | undefined;
}

/** The way of one credential to one login; `credential` and `accepted` are what `openSession` takes. */
export interface Offer {
  credential(): Promise<Result<Credential>>;
  /** The login has succeeded: others with this credential need not wait for the appliance's first prompt. */
  accepted(): void;
  /** Whether the login got the credential. */
  readonly offered: boolean;
  /** Why it did not: the same one was refused before, or too many were tried at this place. */
  readonly withheld: Withheld | null;
  /** Must be told once the login is over, however it ended; `attempts`: how many things it offered. */
  over(failure: Failure, attempts?: number): void;
}

export type Withheld = 'credential-withheld' | 'attempts-used-up';

/** Not refused, but never answered either: the line was cut, or time ran out, behind the offer. */
const WITHOUT_ANSWER: ReadonlySet<string> = new Set(['reset', 'timed-out']);
/** One appliance that drops or hangs says nothing about the others; two are enough to stop. */
const MOST_WITHOUT_ANSWER = 2;

const contentOf = (held: Credential): string | Buffer => {
  if (held.kind === 'password') return held.password;
  return held.kind === 'key' ? held.key : `${held.socket} ${held.fingerprint ?? ''}`;
};

/** An agent offers no more keys than the place has attempts left. */
const within = (held: Credential, left: number): Credential => (held.kind === 'agent' ? { ...held, most: left } : held);

/**
 * Who may offer a credential. Cluster members share their users, and refusals lock the account and block the laptop's
 * address: until one login succeeds the logins with a credential offer it one after another, and a credential that one
 * appliance refused is offered to no other (probing etiquette, domain page section 7). Two logins share a credential
 * when user and secret are the same, wherever the secret comes from. One instance may serve many runs and tests of a
 * connection; it remembers digests under a key of its own, no secret. At one place two attempts are the most in a run.
 */
export class Credentials {
  private readonly salt = randomBytes(32);
  private readonly trusted = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly withoutAnswer = new Map<string, number>();
  private readonly attempts = new Attempts();
  private readonly turns: Turns;

  /** `patienceMs`: for how long a login without an answer keeps the next one with its credential waiting. */
  constructor(patienceMs?: number) {
    this.turns = new Turns(patienceMs);
  }

  /** A new run begins: each place may be asked as often as in any run. */
  newRun(): void {
    this.attempts.newRun();
  }

  /** The offer of a login's credential; never throws, and a credential that is withheld is a problem. */
  offerFor({ name, user, at, again = false, resolve, signal }: LoginAttempt): Offer {
    const gone = new AbortController();
    const given = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal]);
    let held: { readonly key: string; readonly turn: Turn | null } | null = null;
    let stands = false;
    const withhold = (why: Withheld | null): Result<Credential> => {
      offer.withheld = why;
      return bad(problem(why ?? 'credential-withheld', name));
    };
    const offer = {
      offered: false,
      withheld: null as Withheld | null,
      credential: async (): Promise<Result<Credential>> => {
        if (this.attempts.areSpent(at)) return withhold('attempts-used-up');
        const found = await resolve();
        if (!found.ok) return found;
        const key = this.digest(user, found.value);
        if (again) this.forgive(key);
        const turn = await this.turns.take(key, () => this.trusted.has(key) || this.refused.has(key), given);
        const left = turn === null && !this.trusted.has(key) ? null : await this.attempts.admit(at, key, given);
        const why = given.aborted ? null : left === null ? 'credential-withheld' : 'attempts-used-up';
        if (left && given.aborted) this.attempts.over(at, 0);
        if (!left || given.aborted) {
          turn?.end();
          return withhold(why);
        }
        held = { key, turn };
        offer.offered = true;
        return good(within(found.value, left));
      },
      accepted: (): void => {
        if (held === null) return;
        stands = true;
        this.trusted.add(held.key);
        this.withoutAnswer.delete(held.key);
        this.attempts.accepted(at, held.key);
        held.turn?.end();
      },
      over: (failure: Failure, attempts = 1): void => {
        gone.abort();
        if (held === null) return;
        if (failure === null) offer.accepted();
        if (!stands && attempts > 0) this.judge(held.key, failure);
        this.attempts.over(at, stands ? 0 : attempts);
        held.turn?.end();
        held = null;
      },
    };
    return offer;
  }

  /** The engineer typed this password himself after it had been refused: one more attempt is his decision. */
  typedAgain(user: string, password: string): void {
    this.forgive(this.digest(user, { kind: 'password', password }));
  }

  private forgive(key: string): void {
    this.refused.delete(key);
    this.withoutAnswer.delete(key);
  }

  private digest(user: string, held: Credential): string {
    const hmac = createHmac('sha256', this.salt);
    return hmac.update(`${held.kind}\0${user}\0`).update(contentOf(held)).digest('hex');
  }

  /** What a login that did not succeed says about its credential. */
  private judge(key: string, failure: Failure): void {
    const unanswered = failure !== null && WITHOUT_ANSWER.has(failure.code);
    const count = (this.withoutAnswer.get(key) ?? 0) + (unanswered ? 1 : 0);
    if (unanswered) this.withoutAnswer.set(key, count);
    if (failure?.code === 'auth-refused' || count >= MOST_WITHOUT_ANSWER) this.refused.add(key);
  }
}
