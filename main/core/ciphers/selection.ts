import type { Suite } from './suite';

/** What one rule of a cipher string asks for; `A+B` is the selection A narrowed by B. */
export interface Selection {
  /** Null where the two contradict each other, so that OpenSSL ignores the rule. */
  and(other: Selection): Selection | null;
  picks(suite: Suite): boolean;
  /** Whether a suite it picks may be switched on by it (0.9.8 holds its elliptic curves back). */
  adds(suite: Suite): boolean;
  /** It names one suite in full. */
  readonly named: boolean;
}
