import type { Problem } from '../../main/core/model';
import { bridge } from '../bridge';
import { goTo } from '../stores/ui';
import { mirrored } from './reply';

/** Starts the plan and goes to where it can be watched. */
export const startRun = async (id: string): Promise<Problem | null> => {
  goTo(id, 'run');
  return mirrored(bridge().run.start({ id }));
};

export const cancelAll = (id: string): Promise<Problem | null> => mirrored(bridge().run.cancel({ id, step: null }));

export const cancelStep = (id: string, step: string): Promise<Problem | null> =>
  mirrored(bridge().run.cancel({ id, step }));
