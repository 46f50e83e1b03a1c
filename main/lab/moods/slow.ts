import { type Mood, mood } from './mood';

/** Takes its time between banner and first prompt. */
export const slow = (firstPromptAfterMs = 30_000): Mood => mood({ name: 'slow', firstPromptAfterMs });
