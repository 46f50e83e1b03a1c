import type { Step } from '../../../main/core/model';
import type { Words } from '../../texts/use-words';

/** Why a step is not asked, or null when it is. A configuration export is given, never fetched, so no login helps. */
export const skipText = (step: Step, words: Words): string | null => {
  if (step.skip === null) return null;
  if (step.skip === 'left-out') return words.say('plan.leftOut');
  return words.say(step.check === 'configuration' ? 'plan.no-export' : `plan.${step.skip}`);
};
