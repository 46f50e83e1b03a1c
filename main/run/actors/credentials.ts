import { createHmac, randomBytes } from 'node:crypto';
import { bad, problem, type Result, type SessionReport } from '../../core/model';
import type { Credential } from '../../ssh';

type Offered = 'accepted' | 'refused' | 'neither';

/** One login that is about to offer something. */
export interface LoginAttempt {
  /** The appliance, for the problem. */
  readonly name: string;
  readonly user: string;
  /** Where it is offered, `host:port`: refusals are counted there. */
  readonly at: string;
  /** The engineer says that a credential may be offered although it was refused. */
  readonly again?: boolean;
  /** Reads the credential from where the profile says it is. */
  readonly resolve: () => Promise<Result<Credential>>;
  readonly signal?: AbortSignal | undefined;
}

/** The way of one credential to one login; `credential` is what `openSession` asks. */
export interface Offer {
  credential(): Promise<Result<Credential>>;
  /** Whether the login got the credential. */
  readonly offered: boolean;
  /** Why it did not: the same one was refused before, or too many were refused at this place. */
  readonly withheld: Withheld | null;
  /** Must be told once the login is over, however it ended; `attempts`: how many things it offered. */
  over(failure: SessionReport['failure'], attempts?: number): void;
}

export type Withheld = 'credential-withheld' | 'attempts-used-up';

/** Refusals at one appliance in one run, tests of the connection included (probing etiquette, domain page section 7). */
const MOST_REFUSALS = 2;

const outcomeOf = (failure: SessionReport['failure']): Offered => {
  if (failure === null) return 'accepted';
  return failure.code === 'auth-refused' ? 'refused' : 'neither';
};

const contentOf = (held: Credential): string | Buffer => {
  if (held.kind === 'password') return held.password;
  return held.kind === 'key' ? held.key : `${held.socket} ${held.fingerprint ?? ''}`;
};

/**
 * Who may offer a credential. Cluster members share their users, and refusals lock the account and block the laptop's
 * address: until one login succeeds the logins with a credential offer it one after another, and a credential that one
 * appliance refused is offered to no other (probing etiquette, domain page section 7). Two logins share a credential
 * when user and secret are the same, wherever the secret comes from. One instance may serve many runs and tests of a
 * connection; it remembers digests under a key of its own, no secret. At one place two refusals are the most in a run.
 */
export class Credentials {
  private readonly salt = randomBytes(32);
  private readonly trusted = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly refusals = new Map<string, number>();
  private readonly offering = new Map<string, { readonly over: Promise<void>; readonly end: () => void }>();

  /** A new run begins: each place may refuse as often as in any run. */
  newRun(): void {
    this.refusals.clear();
  }

  /** The offer of a login's credential; never throws, and a credential that is withheld is a problem. */
  offerFor({ name, user, at, again = false, resolve, signal }: LoginAttempt): Offer {
    const gone = new AbortController();
    const given = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal]);
    let key: string | null = null;
    const offer = {
      offered: false,
      withheld: null as Withheld | null,
      credential: async (): Promise<Result<Credential>> => {
        if (this.isUsedUp(at)) return withhold('attempts-used-up');
        const held = await resolve();
        if (!held.ok) return held;
        const own = this.digest(user, held.value);
        if (again) this.refused.delete(own);
        offer.offered = await this.mayOffer(own, given);
        if (!offer.offered) return withhold(given.aborted ? null : 'credential-withheld');
        key = own;
        if (gone.signal.aborted) this.settle(own, 'neither');
        return held;
      },
      over: (failure: SessionReport['failure'], attempts = 1): void => {
        gone.abort();
        if (key === null) return;
        const outcome = outcomeOf(failure);
        this.settle(key, outcome);
        this.count(at, outcome, attempts);
      },
    };
    const withhold = (why: Withheld | null): Result<Credential> => {
      offer.withheld = why;
      return bad(problem(why ?? 'credential-withheld', name));
    };
    return offer;
  }

  private isUsedUp(at: string): boolean {
    return (this.refusals.get(at) ?? 0) >= MOST_REFUSALS;
  }

  private count(at: string, outcome: Offered, attempts: number): void {
    if (outcome === 'accepted') this.refusals.delete(at);
    if (outcome === 'refused') this.refusals.set(at, (this.refusals.get(at) ?? 0) + attempts);
  }

  /** The engineer typed this password himself after it had been refused: one more attempt is his decision. */
  typedAgain(user: string, password: string): void {
    this.refused.delete(this.digest(user, { kind: 'password', password }));
  }

  private digest(user: string, held: Credential): string {
    const hmac = createHmac('sha256', this.salt);
    return hmac.update(`${held.kind}\0${user}\0`).update(contentOf(held)).digest('hex');
  }

  /** Waits for its turn; false: it was refused elsewhere, or nobody waits any more. */
  private async mayOffer(key: string, signal: AbortSignal): Promise<boolean> {
    for (;;) {
      if (signal.aborted || this.refused.has(key)) return false;
      if (this.trusted.has(key)) return true;
      const other = this.offering.get(key);
      if (other === undefined) break;
      await other.over;
    }
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    this.offering.set(key, { over, end });
    return true;
  }

  private settle(key: string, outcome: Offered): void {
    if (outcome === 'accepted') this.trusted.add(key);
    if (outcome === 'refused') this.refused.add(key);
    this.offering.get(key)?.end();
    this.offering.delete(key);
  }
}
