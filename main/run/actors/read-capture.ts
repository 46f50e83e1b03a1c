import { type Act, problem, type Reason } from '../../core/model';
import { analyseCapture } from '../../scan';
import { shownPath } from '../shown-path';
import { type ActAnswer, type ActContext, brokenAnswer } from '../world';

const STOPPED: Readonly<Record<string, Reason>> = { cancelled: 'cancelled', 'out-of-time': 'out-of-time' };

/** Reads a packet capture where it lies; nothing of it is copied but the facts that are quoted. */
export const actReadCapture = async (
  act: Extract<Act, { kind: 'read-capture' }>,
  context: ActContext,
): Promise<ActAnswer> => {
  const { input, signal, limitMs } = context;
  const shown = shownPath(input.site, act.path, input.profileFolder);
  const report = await analyseCapture(act.path, { ports: act.ports, shown, signal, limitMs });
  if (!report.ok) {
    const { code, params } = report.problem;
    if (STOPPED[code] === undefined) input.onProblem?.(problem(code, shown, params));
    return brokenAnswer('capture', STOPPED[code] ?? 'file-unreadable');
  }
  return {
    check: 'capture',
    answered: { kind: 'capture', report: report.value },
    evidence: null,
    source: () => shown,
  };
};
