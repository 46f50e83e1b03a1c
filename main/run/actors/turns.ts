import { firstOf } from './first-of';

/** One login that is offering a credential. */
export interface Turn {
  readonly over: Promise<void>;
  readonly end: () => void;
}

/** A login that has not been answered for so long no longer keeps the next one waiting. */
const PATIENCE_MS = 10_000;
/** The first login of a credential goes alone; where it stays without an answer, one more, and never a third. */
const MOST_AT_ONCE = 2;

const newTurn = (): Turn => {
  let end: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { over, end };
};

/** Which logins offer the same credential now: one after another, so that a refusal is known before the next. */
export class Turns {
  private readonly running = new Map<string, Set<Turn>>();

  constructor(private readonly patienceMs = PATIENCE_MS) {}

  /** The turn of one login, or null where `settled` says first that none is needed or nobody waits any more. */
  async take(key: string, settled: () => boolean, signal: AbortSignal): Promise<Turn | null> {
    const since = performance.now();
    for (;;) {
      if (settled() || signal.aborted) return null;
      const before = this.running.get(key) ?? new Set<Turn>();
      const left = this.patienceMs - (performance.now() - since);
      if (before.size === 0 || (before.size < MOST_AT_ONCE && left <= 0)) return this.begin(key, before);
      await firstOf(
        [...before].map((one) => one.over),
        before.size < MOST_AT_ONCE ? Math.max(0, left) : null,
        signal,
      );
    }
  }

  private begin(key: string, before: Set<Turn>): Turn {
    const turn = newTurn();
    before.add(turn);
    this.running.set(key, before);
    void turn.over.then(() => before.delete(turn));
    return turn;
  }
}
