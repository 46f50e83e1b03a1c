import {
  type Asking,
  applianceNamed,
  type CheckDefinition,
  checks,
  laptopMayLook,
  reachableLive,
  type Target,
} from '../checks';
import type { Answers, Cost, Plan, Site, Step } from '../model';
import { LAPTOP } from '../model';
import { withBeside } from './beside';
import { isNotQuick } from './quick';

/**
 * `check@vantage`, `check@vantage>peer:flow`, or, for what the laptop sees in a peer's place, `check@laptop>responder:flow/peer`:
 * unique in a plan, and the same in the next one.
 */
const stepId = (check: string, target: Target): string => {
  if (target.peer === null) return `${check}@${target.vantage}`;
  const responder = target.subject.split(':')[0];
  const path = `${check}@${target.vantage}>${responder}:${target.flow}`;
  return responder === target.peer ? path : `${path}/${target.peer}`;
};

/** A log is read live by one joined `grep`; a probe types nothing anywhere. */
const commandsOf = ({ by }: CheckDefinition): number => (by === 'command' || by === 'logs' ? 1 : 0);

const costOf = (check: CheckDefinition, how: Step['how']): Cost =>
  how === 'live'
    ? { seconds: check.seconds, connections: check.connections, commands: commandsOf(check), lines: check.leaves }
    : { seconds: how === 'material' ? 1 : 0, connections: 0, commands: 0, lines: 0 };

const isLeftOut = (check: CheckDefinition, id: string, answers: Answers): boolean =>
  (answers.only.length > 0 && !answers.only.includes(check.id) && !neededByKept(check.id, answers.only)) ||
  answers.leftOut.includes(check.id) ||
  answers.leftOut.includes(id);

/** A check that a kept one needs stays in. */
const neededByKept = (id: string, kept: readonly string[]): boolean =>
  checks.some(
    (one) => kept.includes(one.id) && (one.needs.includes(id) || one.needs.some((need) => neededByKept(id, [need]))),
  );

const canGoLive = (check: CheckDefinition, target: Target, asking: Asking): boolean => {
  if (check.by === 'configuration' || check.by === 'capture') return false;
  if (check.id === 'mail-logs' && asking.answers.logs === 'files') return false;
  if (target.vantage === LAPTOP)
    return laptopMayLook(asking.site, applianceNamed(asking.site, target.subject.split(':')[0] ?? ''));
  return reachableLive(applianceNamed(asking.site, target.vantage));
};

/** An appliance that could be asked, if only somebody could log in; anything else lacks the file that would answer. */
const skipReason = (check: CheckDefinition, target: Target, asking: Asking): Step['skip'] => {
  if (check.by === 'configuration' || (check.by === 'logs' && asking.answers.logs === 'files')) return 'no-material';
  const appliance = applianceNamed(asking.site, target.vantage);
  return appliance !== null && appliance.host !== null ? 'no-credential' : 'no-material';
};

/** The files that answer this check for this appliance. */
const materialsFor = (check: CheckDefinition, target: Target, asking: Asking): readonly string[] => {
  const appliance = applianceNamed(asking.site, target.vantage);
  if (appliance === null) return [];
  if (check.by === 'capture') return appliance.materials.captures;
  const pasted = appliance.materials.cli
    .filter((one) => one.command === check.command && check.by !== 'session' && check.by !== 'logs')
    .map((one) => one.file);
  if (check.by === 'configuration') return appliance.materials.config === null ? [] : [appliance.materials.config];
  if (check.by === 'logs') return appliance.materials.logs.length > 0 ? [appliance.materials.logs[0] ?? ''] : [];
  return pasted;
};

const stepOf = (check: CheckDefinition, target: Target, how: Step['how'], rest: Partial<Step>): Step => ({
  id: stepId(check.id, target),
  check: check.id,
  vantage: target.vantage,
  lane: target.vantage,
  subject: target.subject,
  peer: target.peer,
  flow: target.flow,
  how,
  material: null,
  after: [],
  beside: [],
  limitMs: check.limitMs,
  cost: costOf(check, how),
  skip: null,
  ...rest,
});

/** Answered by what an engineer hands in of their own accord, and by nothing else. */
const isHandedIn = (check: CheckDefinition): boolean => check.by === 'capture' || check.id === 'pending-changes';

/** A pasted answer about a path is read once, whoever it is about: at the first target of its vantage point. */
const isFirst = (check: CheckDefinition, target: Target, asking: Asking): boolean =>
  check.about === undefined ||
  check.targets(asking).find((one) => one.vantage === target.vantage)?.subject === target.subject;

const stepsOf = (check: CheckDefinition, target: Target, asking: Asking): Step[] => {
  const id = stepId(check.id, target);
  if (check.by === 'words') return isLeftOut(check, id, asking.answers) ? [] : [stepOf(check, target, 'material', {})];
  const paths = materialsFor(check, target, asking);
  // Hardly anybody has a packet capture, or a command that we never type: that there is none is not worth a line.
  if (isHandedIn(check) && paths.length === 0) return [];
  if (isLeftOut(check, id, asking.answers)) return [stepOf(check, target, 'none', { skip: 'left-out' })];
  const material = (isFirst(check, target, asking) ? paths : []).map((path, index) =>
    stepOf(check, target, 'material', { id: `${id}#${index + 1}`, material: path }),
  );
  const spared = isNotQuick(check, asking);
  const live = !spared && canGoLive(check, target, asking) ? [stepOf(check, target, 'live', {})] : [];
  if (paths.length + live.length > 0) return [...material, ...live];
  if (spared) return [stepOf(check, target, 'none', { skip: 'left-out' })];
  // A capture of the whole terminal may answer it: then its absence is not worth a line.
  const captured = (applianceNamed(asking.site, target.vantage)?.materials.transcripts.length ?? 0) > 0;
  return captured && check.by === 'command'
    ? []
    : [stepOf(check, target, 'none', { skip: skipReason(check, target, asking) })];
};

const transcriptSteps = ({ site }: Asking): Step[] =>
  site.appliances.flatMap((one) =>
    one.materials.transcripts.map((path, index) => ({
      id: `transcript@${one.name}#${index + 1}`,
      check: 'transcript',
      vantage: one.name,
      lane: one.name,
      subject: one.name,
      peer: null,
      flow: null,
      how: 'material' as const,
      material: path,
      after: [],
      beside: [],
      limitMs: 30_000,
      cost: { seconds: 1, connections: 0, commands: 0, lines: 0 },
      skip: null,
    })),
  );

/** The appliances a step is about: its vantage, its peer, and the one its subject names. */
const endsOf = (step: Step): readonly string[] => [step.vantage, step.peer ?? '', step.subject.split(':')[0] ?? ''];

const NEED_OF_OTHERS = new Set(['tls-offer', 'tls-verify', 'reach', 'mail-logs', 'capture']);

/** Logs and captures hold every partner's port, so every export counts for them; a path has two ends. */
const HOLD_EVERY_PARTNER = ['mail-logs', 'capture'];

const isFromHere = (step: Step, other: Step): boolean => {
  if (other.check === 'ssh-session' || !NEED_OF_OTHERS.has(step.check)) return other.vantage === step.vantage;
  const isExport = HOLD_EVERY_PARTNER.includes(step.check) && other.check === 'configuration';
  return isExport || endsOf(step).includes(other.vantage);
};

/** The way is tried before what would be said on it: a blocked one ends the rest. */
const isSameWay = (step: Step, other: Step): boolean =>
  step.check === 'tls-verify' &&
  other.check === 'reach' &&
  other.how === 'live' &&
  other.vantage === step.vantage &&
  other.peer === step.peer &&
  other.flow === step.flow;

/** Files can be read in any order, but for the port: an export says it where the profile does not. */
const isNeed = (step: Step, other: Step): boolean => {
  if (step.skip !== null) return false;
  const needs = checks.find((one) => one.id === step.check)?.needs ?? [];
  if (step.how === 'material') return other.check === 'configuration' && needs.includes('configuration');
  if (isSameWay(step, other)) return true;
  return needs.includes(other.check) || (NEED_OF_OTHERS.has(step.check) && other.check === 'transcript');
};

/**
 * Which steps must have been answered first: the needs of the check at the same appliance, and, for checks
 * about a path, at every appliance (the listener's address may come from the other end).
 */
const withOrder = (steps: readonly Step[]): Step[] =>
  steps.map((step) => ({
    ...step,
    after: steps
      .filter((other) => other.skip === null && other.id !== step.id && isNeed(step, other) && isFromHere(step, other))
      .map((other) => other.id),
  }));

const RANK = [
  'engineer-words',
  'transcript',
  'configuration',
  'ssh-session',
  'version',
  'system-status',
  'interfaces',
  'cipher-lists',
  'cipher-verify',
  'cluster-members',
  'managed-appliances',
  'queue',
  'pending-changes',
  'alerts',
  'log-subscriptions',
  'tls-offer',
  'listening',
  'reach',
  'tls-verify',
  'capture',
  'mail-logs',
];

/** The longest lane decides how long everything takes at most. */
const limitOf = (steps: readonly Step[]): number => {
  const byLane = new Map<string, number>();
  for (const step of steps) if (step.skip === null) byLane.set(step.lane, (byLane.get(step.lane) ?? 0) + step.limitMs);
  return Math.max(0, ...byLane.values());
};

const totalOf = (steps: readonly Step[]): Cost => ({
  seconds: steps.reduce((sum, one) => sum + one.cost.seconds, 0),
  connections: steps.reduce((sum, one) => sum + one.cost.connections, 0),
  commands: steps.reduce((sum, one) => sum + one.cost.commands, 0),
  lines: steps.reduce((sum, one) => sum + one.cost.lines, 0),
});

/** The checks that the answers call for, in order, each with its cost; checks that cannot be put say why. */
export const planOf = (site: Site, answers: Answers): Plan => {
  const asking = { site, answers };
  const all = [
    ...transcriptSteps(asking),
    ...checks.flatMap((check) => check.targets(asking).flatMap((target) => stepsOf(check, target, asking))),
  ];
  const steps = withBeside(withOrder([...all].sort((a, b) => RANK.indexOf(a.check) - RANK.indexOf(b.check))));
  return { steps, limitMs: limitOf(steps), cost: totalOf(steps) };
};
