import { type Asking, applianceNamed, checkNamed, observed } from '../checks';
import { sshSession } from '../checks/ssh-session';
import { tlsOffer } from '../checks/tls-offer';
import type { Act, Answers, Observation, Plan, Reason, Site, Step } from '../model';

/** What can be done now. `run` only loops over it and decides nothing. */
export interface Next {
  readonly ready: readonly { readonly step: Step; readonly act: Act }[];
  readonly skipped: readonly { readonly step: Step; readonly reason: Reason }[];
  readonly finished: boolean;
}

const materialAct = (step: Step, { site }: Asking, ports: readonly number[]): Act | null => {
  const appliance = applianceNamed(site, step.vantage);
  if (appliance === null || step.material === null) return null;
  const check = checkNamed(step.check);
  if (step.check === 'transcript') return { kind: 'read-transcript', path: step.material };
  if (check?.by === 'configuration') return { kind: 'read-config', path: step.material };
  if (check?.by === 'logs')
    return { kind: 'read-logs', paths: appliance.materials.logs, role: appliance.role, ports: [...ports] };
  return check?.command ? { kind: 'read-cli', command: check.command, path: step.material } : null;
};

const actOf = (
  step: Step,
  asking: Asking,
  observations: readonly Observation[],
  ports: readonly number[],
): Act | null =>
  step.how === 'material'
    ? materialAct(step, asking, ports)
    : (checkNamed(step.check)?.live(step, asking, observations) ?? null);

/** No command without a session: an appliance that did not let us in is not asked again. */
const sessionRefused = (step: Step, observations: readonly Observation[]): boolean => {
  if (step.how !== 'live' || step.check === 'ssh-session' || !checkNamed(step.check)?.needs.includes('ssh-session'))
    return false;
  const done = observations.filter((one) => one.check === sshSession.id && one.vantage === step.vantage);
  return done.length > 0 && !done.some((one) => one.outcome === 'passed');
};

/** The same offer to the same listener was answered for another pair: one connection is enough for both. */
const alreadySeen = (act: Act, observations: readonly Observation[], taken: readonly { act: Act }[]): boolean => {
  if (act.kind !== 'tls-probe') return false;
  const asked = taken.some(
    (one) =>
      one.act.kind === 'tls-probe' &&
      one.act.host === act.host &&
      one.act.port === act.port &&
      one.act.offer === act.offer,
  );
  const target = `${act.host}:${act.port}`;
  return (
    asked ||
    observed(observations, tlsOffer).some((one) => one.data.target === target && one.data.offered === act.offer)
  );
};

const portsOf = (site: Site): readonly number[] =>
  site.appliances.flatMap((one) => (one.quarantine.port === null ? [] : [one.quarantine.port]));

const judge = (
  step: Step,
  asking: Asking,
  observations: readonly Observation[],
  taken: readonly { step: Step; act: Act }[],
): { act: Act } | { reason: Reason } => {
  if (step.skip !== null) return { reason: step.skip === 'no-credential' ? 'no-credential' : step.skip };
  if (sessionRefused(step, observations)) return { reason: 'blocked-upstream' };
  const act = actOf(step, asking, observations, portsOf(asking.site));
  if (act === null) return { reason: 'no-material' };
  return alreadySeen(act, observations, taken) ? { reason: 'already-seen' } : { act };
};

/**
 * The steps that are ready, with their act filled from what was seen so far, and those that are skipped, with the
 * reason. Finished when every step has an observation.
 */
export const next = (plan: Plan, site: Site, answers: Answers, observations: readonly Observation[]): Next => {
  const asking = { site, answers };
  const done = new Set(observations.map((one) => one.step));
  const open = plan.steps.filter((step) => !done.has(step.id));
  const ready: { step: Step; act: Act }[] = [];
  const skipped: { step: Step; reason: Reason }[] = [];
  for (const step of open.filter((one) => one.after.every((id) => done.has(id)))) {
    const answer = judge(step, asking, observations, ready);
    if ('act' in answer) ready.push({ step, act: answer.act });
    else skipped.push({ step, reason: answer.reason });
  }
  return { ready, skipped, finished: open.length === 0 };
};
