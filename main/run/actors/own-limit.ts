import type { ActContext } from '../world';

const SHARE = 0.1;
const MOST_MS = 5000;

/**
 * How long an act may take by its own clock, in milliseconds: a little less than the step. Of two limits of one length
 * the signal fires first, and then neither the way out of a command nor the answer that silence is would be seen.
 */
export const ownLimit = ({ limitMs }: Pick<ActContext, 'limitMs'>): number =>
  Math.floor(limitMs - Math.min(MOST_MS, limitMs * SHARE));
