import type { Observation, Step } from '../../main/core/model';
import type { CaseView } from '../../preload/contract';

export type RowState = Observation['outcome'] | 'running' | 'waiting';

/** One check in its lane, as far as it got. */
export interface LaneRow {
  step: Step;
  state: RowState;
  observation: Observation | null;
  /** When it was asked, and how long it may take, while it runs. */
  asking: { at: string; limitMs: number } | null;
  /** The step it waits for. */
  after: Step | null;
}

export interface Lane {
  name: string;
  rows: LaneRow[];
}

const rowOf = (view: CaseView, step: Step): LaneRow => {
  const observation = view.observations.find((one) => one.step === step.id) ?? null;
  const asking = view.run.asking.find((one) => one.step === step.id) ?? null;
  const seen = (id: string) => view.observations.some((one) => one.step === id);
  const waitsFor = step.after.find((id) => !seen(id));
  const after = view.plan.steps.find((one) => one.id === waitsFor) ?? null;
  if (asking !== null) return { step, state: 'running', observation: null, asking, after: null };
  if (observation !== null) return { step, state: observation.outcome, observation, asking: null, after: null };
  return { step, state: step.skip === null ? 'waiting' : 'skipped', observation: null, asking: null, after };
};

const askedFirst = (a: Step, b: Step): number => Number(a.skip !== null) - Number(b.skip !== null);

/** The plan's steps by lane, in the plan's order: the laptop first, then the appliances. */
export const lanesOf = (view: CaseView): Lane[] => {
  const names = [...new Set(view.plan.steps.map((step) => step.lane))];
  const ordered = names.sort((a, b) => Number(b === 'laptop') - Number(a === 'laptop'));
  return ordered.map((name) => ({
    name,
    rows: view.plan.steps
      .filter((step) => step.lane === name)
      .sort(askedFirst)
      .map((step) => rowOf(view, step)),
  }));
};
