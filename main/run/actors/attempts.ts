import { MOST_ATTEMPTS } from '../../ssh';
import { firstOf } from './first-of';

interface Place {
  /** Logins that came to nothing after something had been offered. */
  spent: number;
  /** Logins that are under way and have offered something. */
  pending: number;
  /** Credentials that this place has accepted: they cost nothing any more. */
  readonly accepted: Set<string>;
}

/** A promise, and how it is kept. */
const change = () => {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  return { told, tell };
};

/** How often something was offered at each place, `host:port`, in one run, tests of the connection included. */
export class Attempts {
  private readonly places = new Map<string, Place>();
  private changed = change();

  /** A new run begins: each place may be asked as often as in any run. */
  newRun(): void {
    for (const place of this.places.values()) place.spent = 0;
  }

  /** Whether nothing may be offered here any more in this run. */
  areSpent(at: string): boolean {
    return this.at(at).spent >= MOST_ATTEMPTS;
  }

  /** How many attempts a login may use here, once others that are under way have ended; 0 where there is none left. */
  async admit(at: string, key: string, signal: AbortSignal): Promise<number> {
    for (;;) {
      const place = this.at(at);
      if (this.areSpent(at)) return 0;
      const left = place.accepted.has(key) ? MOST_ATTEMPTS - place.spent : MOST_ATTEMPTS - place.spent - place.pending;
      if (left > 0) {
        place.pending += 1;
        return left;
      }
      if (signal.aborted) return 0;
      await firstOf([this.changed.told], null, signal);
    }
  }

  /** A login that was admitted has succeeded: refusals before it count no more (AsyncOS does not block such an address). */
  accepted(at: string, key: string): void {
    const place = this.at(at);
    place.spent = 0;
    place.accepted.add(key);
    this.tell();
  }

  /** A login that was admitted is over, and has spent so many attempts. */
  over(at: string, spent: number): void {
    const place = this.at(at);
    place.pending -= 1;
    place.spent += spent;
    this.tell();
  }

  private at(at: string): Place {
    const place = this.places.get(at) ?? { spent: 0, pending: 0, accepted: new Set<string>() };
    this.places.set(at, place);
    return place;
  }

  private tell(): void {
    this.changed.tell();
    this.changed = change();
  }
}
