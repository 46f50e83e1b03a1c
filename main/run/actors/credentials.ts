import { createHmac, randomBytes } from 'node:crypto';
import { bad, problem, type Result, type SessionReport } from '../../core/model';
import type { Credential } from '../../ssh';

type Offered = 'accepted' | 'refused' | 'neither';

/** One login that is about to offer something. */
export interface LoginAttempt {
  /** The appliance, for the problem. */
  readonly name: string;
  readonly user: string;
  /** Reads the credential from where the profile says it is. */
  readonly resolve: () => Promise<Result<Credential>>;
  readonly signal?: AbortSignal | undefined;
}

/** The way of one credential to one login; `credential` is what `openSession` asks. */
export interface Offer {
  credential(): Promise<Result<Credential>>;
  /** Whether the login got the credential. */
  readonly offered: boolean;
  /** Whether it did not, because the same one was refused elsewhere. */
  readonly withheld: boolean;
  /** Must be told once the login is over, however it ended. */
  over(report: SessionReport): void;
}

const outcomeOf = ({ failure }: SessionReport): Offered => {
  if (failure === null) return 'accepted';
  return failure.code === 'auth-refused' ? 'refused' : 'neither';
};

const contentOf = (held: Credential): string | Buffer => {
  if (held.kind === 'password') return held.password;
  return held.kind === 'key' ? held.key : held.socket;
};

/**
 * Who may offer a credential. Cluster members share their users, and refusals lock the account and block the laptop's
 * address: until one login succeeds the logins with a credential offer it one after another, and a credential that one
 * appliance refused is offered to no other (probing etiquette, domain page section 7). Two logins share a credential
 * when user and secret are the same, wherever the secret comes from. One instance may serve many runs and tests of a
 * connection; it remembers digests under a key of its own, no secret.
 */
export class Credentials {
  private readonly salt = randomBytes(32);
  private readonly trusted = new Set<string>();
  private readonly refused = new Set<string>();
  private readonly offering = new Map<string, { readonly over: Promise<void>; readonly end: () => void }>();

  /** The offer of a login's credential; never throws, and a credential that is withheld is a problem. */
  offerFor({ name, user, resolve, signal }: LoginAttempt): Offer {
    const gone = new AbortController();
    const given = signal === undefined ? gone.signal : AbortSignal.any([signal, gone.signal]);
    let key: string | null = null;
    const offer = {
      offered: false,
      withheld: false,
      credential: async (): Promise<Result<Credential>> => {
        const held = await resolve();
        if (!held.ok) return held;
        const own = this.digest(user, held.value);
        offer.offered = await this.mayOffer(own, given);
        offer.withheld = !offer.offered && !given.aborted;
        if (!offer.offered) return bad(problem('credential-withheld', name));
        key = own;
        if (gone.signal.aborted) this.settle(own, 'neither');
        return held;
      },
      over: (report: SessionReport): void => {
        gone.abort();
        if (key !== null) this.settle(key, outcomeOf(report));
      },
    };
    return offer;
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
