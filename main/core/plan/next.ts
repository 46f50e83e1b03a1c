import { type Asking, applianceNamed, checkNamed, endpointOf, observed } from '../checks';
import { reach } from '../checks/reach';
import { sshSession } from '../checks/ssh-session';
import { tlsOffer } from '../checks/tls-offer';
import { tlsVerify } from '../checks/tls-verify';
import type { Act, Answers, Observation, Plan, Reason, Site, Step } from '../model';

/** What can be done now. `run` only loops over it and decides nothing. */
export interface Next {
  readonly ready: readonly { readonly step: Step; readonly act: Act }[];
  readonly skipped: readonly { readonly step: Step; readonly reason: Reason }[];
  readonly finished: boolean;
}

const materialAct = (step: Step, { site, answers }: Asking, observations: readonly Observation[]): Act | null => {
  if (checkNamed(step.check)?.by === 'words') return { kind: 'read-words', words: answers.symptoms };
  const appliance = applianceNamed(site, step.vantage);
  if (appliance === null || step.material === null) return null;
  const check = checkNamed(step.check);
  if (step.check === 'transcript') return { kind: 'read-transcript', path: step.material };
  if (check?.by === 'configuration') return { kind: 'read-config', path: step.material };
  if (check?.by === 'capture')
    return { kind: 'read-capture', path: step.material, ports: [...portsOf(site, observations)] };
  if (check?.by === 'logs')
    return {
      kind: 'read-logs',
      paths: appliance.materials.logs,
      role: appliance.role,
      ports: [...portsOf(site, observations)],
    };
  return check?.command ? { kind: 'read-cli', command: check.command, path: step.material } : null;
};

const actOf = (step: Step, asking: Asking, observations: readonly Observation[]): Act | null =>
  step.how === 'material'
    ? materialAct(step, asking, observations)
    : (checkNamed(step.check)?.live(step, asking, observations) ?? null);

/** No command without a session: where none was asked for, or none was given, nothing else is asked there. */
const sessionRefused = (step: Step, plan: Plan, observations: readonly Observation[]): boolean => {
  if (step.how !== 'live' || step.check === 'ssh-session' || !checkNamed(step.check)?.needs.includes('ssh-session'))
    return false;
  const session = plan.steps.find((one) => one.check === sshSession.id && one.vantage === step.vantage);
  if (session !== undefined && session.skip !== null) return true;
  const done = observations.filter((one) => one.check === sshSession.id && one.vantage === step.vantage);
  return done.length > 0 && !done.some((one) => one.outcome === 'passed');
};

const BLOCKED: readonly (string | undefined)[] = ['refused', 'timed-out', 'unreachable'];

/**
 * The initiator just met a blocked way to this listener: its own TLS would meet the same, and wait as long. What is seen
 * from elsewhere is independent of that, and is asked all the same.
 */
const wayBlocked = ({ check, how, vantage, peer, flow }: Step, observations: readonly Observation[]): boolean =>
  check === tlsVerify.id &&
  how === 'live' &&
  peer !== null &&
  flow !== null &&
  observed(observations, reach, { vantage, peer, flow }).some(
    (one) => one.how === 'live' && BLOCKED.includes(one.data.outcome),
  );

type Probe = Extract<Act, { kind: 'tls-probe' }>;
const targetOf = ({ host, port }: Probe): string => (host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`);
/** The same words mean other suites in another OpenSSL. */
const offerKey = (list: string | null, suites: readonly string[] | null): string =>
  list === null ? '' : (suites ?? []).join(':');

/** The same offer to the same listener was answered for another pair: one connection is enough for both. */
const alreadySeen = (act: Act, observations: readonly Observation[]): boolean =>
  act.kind === 'tls-probe' &&
  observed(observations, tlsOffer).some(
    ({ data }) =>
      data.target === targetOf(act) &&
      data.failure?.code !== 'cancelled' &&
      offerKey(data.offered, data.offeredSuites) === offerKey(act.offer, act.suites),
  );

const NOT_THERE: readonly (string | undefined)[] = ['connect-refused', 'connect-timed-out', 'unreachable'];

/** This laptop could not connect to this listener a moment ago: another offer would not get further. */
const neverArrives = (act: Act, observations: readonly Observation[]): boolean =>
  act.kind === 'tls-probe' &&
  observed(observations, tlsOffer).some(
    ({ data, how }) => how === 'live' && data.target === targetOf(act) && NOT_THERE.includes(data.failure?.code),
  );

/** An equal question is ready or under way: its answer may make this one needless. */
const waitsFor = (act: Act, taken: readonly { readonly act: Act }[]): boolean =>
  act.kind === 'tls-probe' &&
  taken.some(
    (one) =>
      one.act.kind === 'tls-probe' &&
      targetOf(one.act) === targetOf(act) &&
      offerKey(one.act.offer, one.act.suites) === offerKey(act.offer, act.suites),
  );

/** Where the site says no port, an export may; the default is assumed only when nobody says any. */
const portsOf = (site: Site, observations: readonly Observation[]): readonly number[] => [
  ...new Set(site.appliances.map((one) => endpointOf(one, observations).port)),
];

const judge = (
  step: Step,
  plan: Plan,
  asking: Asking,
  observations: readonly Observation[],
  taken: readonly { step: Step; act: Act }[],
): { act: Act } | { reason: Reason } | null => {
  if (step.skip !== null) return { reason: step.skip };
  if (sessionRefused(step, plan, observations)) return { reason: 'blocked-upstream' };
  if (wayBlocked(step, observations)) return { reason: 'blocked-upstream' };
  const act = actOf(step, asking, observations);
  if (act === null) return { reason: 'no-material' };
  if (alreadySeen(act, observations)) return { reason: 'already-seen' };
  if (neverArrives(act, observations)) return { reason: 'blocked-upstream' };
  return waitsFor(act, taken) ? null : { act };
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
    const answer = judge(step, plan, asking, observations, ready);
    if (answer === null) continue;
    if ('act' in answer) ready.push({ step, act: answer.act });
    else skipped.push({ step, reason: answer.reason });
  }
  return { ready, skipped, finished: open.length === 0 };
};
