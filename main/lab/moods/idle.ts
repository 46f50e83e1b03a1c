import { type Mood, mood } from './mood';

/** Ends a login that was typed nothing for a while; the banner of a real one names the minutes. */
export const idle = (idleMs = 30 * 60_000): Mood => mood({ name: 'idle', idleMs });
