import type { RunEvent } from '../../main/core/model';
import type { CaseView } from '../../preload/contract';

type Run = CaseView['run'];

const started = (run: Run, at: string): Run => ({ ...run, state: 'running', startedAt: at, endedAt: null, asking: [] });

const without = (run: Run, step: string): Run => ({ ...run, asking: run.asking.filter((one) => one.step !== step) });

/** What one run event changes in the mirrored case, until the next snapshot says everything again. */
export const applyEvent = (view: CaseView, event: RunEvent): CaseView => {
  switch (event.kind) {
    case 'started':
      return { ...view, run: started(view.run, event.at) };
    case 'about-to': {
      const { step, at, limitMs } = event;
      return { ...view, run: { ...view.run, asking: [...without(view.run, step).asking, { step, at, limitMs }] } };
    }
    case 'observed': {
      const { observation } = event;
      const others = view.observations.filter((one) => one.step !== observation.step);
      return { ...view, observations: [...others, observation], run: without(view.run, observation.step) };
    }
    case 'ended':
      return { ...view, run: { ...view.run, state: 'ended', endedAt: event.at, asking: [] } };
    case 'transcript':
      return view;
  }
};

/** An observation of a step the mirrored plan does not have: the mirror missed something. */
export const isGap = (view: CaseView, events: readonly RunEvent[]): boolean =>
  events.some(
    (event) => event.kind === 'observed' && !view.plan.steps.some((step) => step.id === event.observation.step),
  );
