import { type Mood, mood } from './mood';

/** The line is cut in mid-output. */
export const drops = (dropsAfterBytes = 200): Mood => mood({ name: 'drops', dropsAfterBytes });
