import { asks } from './asks';
import { mood } from './mood';

/** Asks what nobody expects and misses the first Control-C behind it. */
export const deaf = mood({ ...asks, name: 'deaf', missedInterrupts: 1 });
