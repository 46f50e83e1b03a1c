import type { Answers, ChangePlan, Finding, Observation, PlannedStep, PlanPart, RemedyStep, Site } from '../../model';
import type { CauseDefinition } from '../cause';
import { LAYERS } from '../cause';
import { causes } from '../causes';
import { diagnose } from '../diagnose';
import { changeOf } from './change-of';
import { outlookOf } from './outlook';
import { clusterOf, destroysMail, expectsOf, takesEffectOf, wayBackOf, whoOf } from './step-facts';

const planned = (step: RemedyStep, isCluster: boolean, isVerification: boolean): PlannedStep => ({
  ...step,
  who: whoOf(step.where),
  expects: expectsOf(step, isVerification),
  takesEffect: takesEffectOf(step),
  back: wayBackOf(step),
  cluster: isCluster ? clusterOf(step) : null,
});

/** What stands before the first change is read first, what stands behind the last one verifies. */
const parted = (remedy: readonly RemedyStep[], isCluster: boolean) => {
  const steps = remedy.filter((one) => !destroysMail(one));
  const first = steps.findIndex((one) => one.effect === 'changes');
  const last = steps.findLastIndex((one) => one.effect === 'changes');
  const of = (part: readonly RemedyStep[], isVerification = false) =>
    part.map((one) => planned(one, isCluster, isVerification));
  if (first === -1) return { before: of(steps.slice(0, -1)), changes: [], after: of(steps.slice(-1), true) };
  return {
    before: of(steps.slice(0, first)),
    changes: of(steps.slice(first, last + 1)),
    after: of(steps.slice(last + 1), true),
  };
};

/** The same steps on the same machines are one part, for however many pairs they mend. */
const keyOf = ({ code, remedy }: Finding): string =>
  JSON.stringify([code, remedy.map(({ step, at, where, command }) => [step, at, where, command])]);

const grouped = (findings: readonly Finding[]): readonly (readonly Finding[])[] => {
  const groups = new Map<string, Finding[]>();
  for (const one of findings) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups.values()];
};

const causeOf = (code: string): CauseDefinition | undefined => causes.find((one) => one.code === code);
const depthOf = ({ code }: Finding): number => LAYERS.indexOf(causeOf(code)?.layer ?? 'evidence');

const isPresent = (one: Finding): boolean => !one.history && (one.status === 'confirmed' || one.status === 'suspected');

/** Confirmed roots; and whatever else was chosen, as far as it is present. */
const isWanted = (finding: Finding, chosen: readonly string[]): boolean => {
  if (!isPresent(finding)) return false;
  if (chosen.includes(finding.code)) return true;
  return (
    finding.status === 'confirmed' && finding.consequenceOf === null && causeOf(finding.code)?.symptomOnly !== true
  );
};

/**
 * The remedies of the confirmed causes, and of those chosen besides, in the order in which they hide each other: most upstream
 * first, each with what it would change as far as that can be computed. A step that would destroy mail is left out.
 */
export const changePlanOf = (
  site: Site,
  answers: Answers,
  observations: readonly Observation[],
  chosen: readonly string[] = [],
): ChangePlan => {
  const { findings } = diagnose(site, answers, observations);
  const wanted = findings.filter((one) => isWanted(one, chosen)).sort((a, b) => depthOf(a) - depthOf(b));
  const outlook = (of: readonly Finding[]) => {
    const changes = of.flatMap((one) => changeOf(one) ?? []);
    const distinct = [...new Map(changes.map((one) => [JSON.stringify(one), one])).values()];
    return distinct.length === 0 ? null : outlookOf(site, answers, observations, distinct);
  };
  const parts = grouped(wanted).flatMap((group): PlanPart[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { code, status, flow } = first;
    const pairs = group.map((one) => [...one.appliances]);
    const steps = parted(first.remedy, answers.cluster === 'cluster');
    return [{ code, status, direction: flow, pairs, ...steps, outlook: outlook(group) }];
  });
  const present = new Set(findings.filter(isPresent).map((one) => one.code));
  const plannedCodes = new Set(parts.map((one) => one.code));
  const suspected = findings.filter(
    (one) => isPresent(one) && one.status === 'suspected' && one.consequenceOf === null,
  );
  return {
    parts,
    outlook: outlook(wanted),
    notPresent: chosen.filter((code) => !present.has(code)),
    suspected: [...new Set(suspected.map((one) => one.code))].filter((code) => !plannedCodes.has(code)),
  };
};
