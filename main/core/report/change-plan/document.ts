import { diagnose } from '../../diagnosis';
import { changePlanOf } from '../../diagnosis/change/change-plan';
import type { CaseRecord, ChangePlan, ChangePlanDocument, Finding, PlannedStep, PlanPart, ToldStep } from '../../model';
import { becauseOf, remedyTextOf, titleOf, type Words } from '../../texts';
import { outlookLines } from './outlook-lines';

const KEY = 'advice:changePlan';
const OPENING = ['why', 'old-value', 'pending', 'one'];
const CLOSING = ['dcid', 'queue', 'retry', 'again'];
const ROLLBACK = ['settings', 'at-once', 'no-undo'];

const effectOf = ({ takesEffect }: PlannedStep, words: Words): string | null =>
  takesEffect === null ? null : words.say(`${KEY}.effect.${takesEffect}`);

const backOf = ({ back }: PlannedStep, words: Words): string | null =>
  back === null ? null : words.say(`${KEY}.back.${back.key}`, { command: back.command ?? '' });

const toldStep = (code: string, step: PlannedStep, number: number, words: Words): ToldStep => ({
  number,
  text: remedyTextOf(code, step, words),
  who: words.say(`${KEY}.who.${step.who}`),
  where: words.say(`report:where.${step.where}`),
  at: step.at,
  command: step.command,
  effect: step.effect,
  risk: step.risk,
  takesEffect: effectOf(step, words),
  expected: step.expects === null ? null : words.say(`${KEY}.expects.${step.expects}`),
  wayBack: backOf(step, words),
  cluster: step.cluster === null ? null : words.say(`${KEY}.cluster.${step.cluster}`),
});

/** Steps count through the whole plan, so that a change board can name one. */
const toldPart = (
  part: PlanPart,
  finding: Finding | null,
  from: number,
  words: Words,
): ChangePlanDocument['parts'][0] => {
  const { code, status, direction, pairs, before, changes, after, outlook } = part;
  const told = (steps: readonly PlannedStep[], start: number) =>
    steps.map((step, index) => toldStep(code, step, start + index, words));
  return {
    ...{ code, status, direction, pairs, outlook },
    title: titleOf(code, words),
    because: finding === null ? '' : becauseOf(finding, words),
    before: told(before, from),
    changes: told(changes, from + before.length),
    after: told(after, from + before.length + changes.length),
    whatIf: outlookLines(outlook, words),
  };
};

const toldParts = (plan: ChangePlan, findings: readonly Finding[], words: Words) => {
  const parts: ChangePlanDocument['parts'] = [];
  let number = 1;
  for (const part of plan.parts) {
    const finding = findings.find(
      (one) => one.code === part.code && one.flow === part.direction && one.appliances.join() === part.pairs[0]?.join(),
    );
    parts.push(toldPart(part, finding ?? null, number, words));
    number += part.before.length + part.changes.length + part.after.length;
  }
  return parts;
};

/** Mail waits for the other side: the general shutdown procedure would bounce it (TechNote 217864). */
const hasBacklog = (findings: readonly Finding[]): boolean =>
  findings.some(({ code, status, history }) => code === 'queue-backlog' && status === 'confirmed' && !history);

/** The document of `change-plan --json`: keys as they are, sentences in the language of `words`. */
export const changePlanDocument = (
  { site, answers, observations, name }: CaseRecord,
  chosen: readonly string[],
  words: Words,
): ChangePlanDocument => {
  const { findings } = diagnose(site, answers, observations);
  const plan = changePlanOf(site, answers, observations, chosen);
  const say = (group: string, keys: readonly string[]) => keys.map((key) => words.say(`${KEY}.${group}.${key}`));
  return {
    schema: 'cpq-doctor/change-plan/1',
    case: site.case,
    name,
    opening: say('open', hasBacklog(findings) ? [...OPENING, 'backlog'] : OPENING),
    parts: toldParts(plan, findings, words),
    closing: say('close', CLOSING),
    rollback: say('roll', ROLLBACK),
    outlook: plan.outlook,
    whatIf: outlookLines(plan.outlook, words),
    notPresent: plan.notPresent,
    suspected: plan.suspected,
  };
};
