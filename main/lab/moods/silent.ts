import { mood } from './mood';

const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Says its banner, and no prompt ever follows. */
export const silent = mood({ name: 'silent', firstPromptAfterMs: LONGEST_TIMER_MS });
