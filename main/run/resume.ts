import { checkNamed } from '../core/checks';
import type { Observation, Plan } from '../core/model';

/**
 * What an interrupted run saw and a new one need not ask again. What was stopped or skipped is decided anew, and where
 * commands of an appliance are still open its login is too: the old session is gone.
 */
export const keptFrom = (observations: readonly Observation[], plan: Plan): Observation[] => {
  const seen = observations.filter((one) => one.outcome !== 'cancelled' && one.outcome !== 'skipped');
  const done = new Set(seen.map((one) => one.step));
  const open = plan.steps.filter((step) => step.how === 'live' && step.skip === null && !done.has(step.id));
  const needy = new Set(
    open.filter((step) => checkNamed(step.check)?.needs.includes('ssh-session')).map((step) => step.vantage),
  );
  return seen.filter((one) => !(one.check === 'ssh-session' && one.outcome === 'passed' && needy.has(one.vantage)));
};
