import type { Plan, Step } from '../../main/core/model';

export type GroupName = 'ends' | 'esa-to-sma' | 'sma-to-esa';
export interface PlanGroup {
  name: GroupName;
  steps: Step[];
}

/** What cannot be asked as it stands comes last in its group; what the engineer left out keeps its place. */
const rank = (step: Step): number => Number(step.skip === 'no-material' || step.skip === 'no-credential');
const possibleFirst = (a: Step, b: Step): number => rank(a) - rank(b);

/** Looks at one listener on one way stand together: the first of them, then those it is compared with. */
const together = (steps: readonly Step[]): Step[] => {
  const taken = new Set<string>();
  return steps.flatMap((step) => {
    if (taken.has(step.id)) return [];
    const others = steps.filter((one) => step.beside.includes(one.id) && !taken.has(one.id));
    for (const one of [step, ...others]) taken.add(one.id);
    return [step, ...others];
  });
};

/** The plan by wire: what is asked of both ends first, then each direction. Empty groups are left out. */
export const groupsOf = (plan: Plan): PlanGroup[] => {
  const names: GroupName[] = ['ends', 'esa-to-sma', 'sma-to-esa'];
  return names
    .map((name) => ({
      name,
      steps: together(plan.steps.filter((step) => (step.flow ?? 'ends') === name).sort(possibleFirst)),
    }))
    .filter((group) => group.steps.length > 0);
};

export const askedOf = (steps: readonly Step[]): Step[] => steps.filter((step) => step.skip === null);

export const secondsOf = (steps: readonly Step[]): number =>
  askedOf(steps).reduce((sum, step) => sum + step.cost.seconds, 0);

export interface PlanChange {
  added: Step[];
  removed: Step[];
}

/** What a changed answer did to the plan: steps asked now and not before, and the other way round. */
export const changeOf = (before: Plan, now: Plan): PlanChange => {
  const had = new Set(askedOf(before.steps).map((step) => step.id));
  const has = new Set(askedOf(now.steps).map((step) => step.id));
  return {
    added: askedOf(now.steps).filter((step) => !had.has(step.id)),
    removed: askedOf(before.steps).filter((step) => !has.has(step.id)),
  };
};
