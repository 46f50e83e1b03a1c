import type { Problem } from '../../main/core/model';
import { bridge } from '../bridge';
import { goTo } from '../stores/ui';
import { mirrored } from './reply';

const started = (id: string, goesOn: boolean): Promise<Problem | null> => {
  goTo(id, 'run');
  return mirrored(bridge().run.start({ id, goesOn }));
};

/** Starts the plan anew and goes to where it can be watched. */
export const startRun = (id: string): Promise<Problem | null> => started(id, false);

/** Takes an interrupted run up again. */
export const continueRun = (id: string): Promise<Problem | null> => started(id, true);

export const cancelAll = (id: string): Promise<Problem | null> => mirrored(bridge().run.cancel({ id, step: null }));

export const cancelStep = (id: string, step: string): Promise<Problem | null> =>
  mirrored(bridge().run.cancel({ id, step }));
