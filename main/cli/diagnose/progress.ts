import type { Plan, RunEvent, Step } from '../../core/model';
import type { Door } from '../door';
import { vantageName } from '../vantage-name';
import { legacyLogin, loginTrouble } from './login-trouble';

const clock = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

type Observed = Extract<RunEvent, { kind: 'observed' }>;

const tellObserved = (event: Observed, door: Door): void => {
  const { words } = door;
  const { vantage, check, outcome, reason, durationMs } = event.observation;
  const trouble = loginTrouble(event.observation);
  if (trouble !== null) door.complain(trouble);
  const old = legacyLogin(event.observation);
  if (old !== null) door.complain(old);
  if (trouble !== null || outcome === 'skipped') return;
  const why = reason === null || reason === 'fault-seen' ? '' : ` (${words.say(`checks:reason.${reason}`)})`;
  door.say('cli:progress.observed', {
    vantage: vantageName(vantage, words),
    check: words.say(`checks:check.${check}.name`),
    outcome: `${words.say(`cli:outcome.${outcome}`)}${why}`,
    duration: clock(durationMs),
  });
};

const tellAboutTo = (step: Step, limitMs: number, door: Door): void =>
  door.say('cli:progress.aboutTo', {
    vantage: vantageName(step.vantage, door.words),
    check: door.words.say(`checks:check.${step.check}.name`),
    subject: step.subject === step.vantage ? '' : ` (${step.subject})`,
    limit: clock(limitMs),
  });

/** Progress on standard error: what is about to be asked of whom, from where, with its limit; then what came of it. */
export const tellProgress = (plan: Plan, door: Door) => {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  return (event: RunEvent): void => {
    if (event.kind === 'started') door.say('cli:progress.started', { steps: event.steps, limit: clock(event.limitMs) });
    if (event.kind === 'observed') tellObserved(event, door);
    const step = event.kind === 'about-to' ? steps.get(event.step) : undefined;
    if (event.kind === 'about-to' && step !== undefined) tellAboutTo(step, event.limitMs, door);
  };
};
