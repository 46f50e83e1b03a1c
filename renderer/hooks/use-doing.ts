import { useCallback, useState } from 'react';
import type { Problem } from '../../main/core/model';

interface Doing {
  busy: boolean;
  problem: Problem | null;
  /** Runs an action and keeps what went wrong, to be said where it was asked. Answers whether it went well. */
  run(action: () => Promise<Problem | null>): Promise<boolean>;
  clear(): void;
}

export const useDoing = (): Doing => {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = useCallback(async (action: () => Promise<Problem | null>) => {
    setBusy(true);
    setProblem(null);
    const found = await action();
    setProblem(found);
    setBusy(false);
    return found === null;
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { busy, problem, run, clear };
};
