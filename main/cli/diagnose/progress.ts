import { checkNamed } from '../../core/checks';
import type { Plan, RunEvent, SessionReport } from '../../core/model';
import { problem } from '../../core/model';
import type { Door } from '../door';

const clock = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** A login that failed is worth a line that says what to do, besides the row. */
const loginTrouble = (event: Extract<RunEvent, { kind: 'observed' }>, door: Door): void => {
  const { observation } = event;
  const report = checkNamed('ssh-session')?.data.safeParse(observation.data);
  if (observation.check !== 'ssh-session' || observation.outcome === 'passed' || !report?.success) return;
  const { failure, hostKey, expected, target } = report.data as SessionReport;
  if (failure === null) return;
  door.complain(
    problem(`session-${failure.code}`, `${observation.vantage} (${target})`, {
      fingerprint: hostKey?.fingerprint ?? '?',
      type: hostKey?.type ?? '?',
      expected: expected ?? '?',
      detail: failure.detail,
    }),
  );
};

/** Progress on standard error: what is about to be asked of whom, from where, with its limit; then what came of it. */
export const tellProgress = (plan: Plan, door: Door) => {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const { words } = door;
  return (event: RunEvent): void => {
    if (event.kind === 'started') door.say('cli:progress.started', { steps: event.steps, limit: clock(event.limitMs) });
    if (event.kind === 'about-to') {
      const step = steps.get(event.step);
      if (step)
        door.say('cli:progress.aboutTo', {
          vantage: step.vantage,
          check: words.say(`checks:check.${step.check}.name`),
          subject: step.subject,
          limit: clock(event.limitMs),
        });
    }
    if (event.kind === 'observed') {
      const { observation } = event;
      const reason = observation.reason === null ? '' : ` (${words.say(`checks:reason.${observation.reason}`)})`;
      if (observation.outcome !== 'skipped')
        door.say('cli:progress.observed', {
          vantage: observation.vantage,
          check: words.say(`checks:check.${observation.check}.name`),
          outcome: `${words.say(`checks:outcome.${observation.outcome}`)}${reason}`,
          duration: clock(observation.durationMs),
        });
      loginTrouble(event, door);
    }
  };
};
