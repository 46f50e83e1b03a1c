import { type Mood, mood } from './mood';

/** Everything that it prints, the echo too, comes late. */
export const far = (latencyMs = 200): Mood => mood({ name: 'far', latencyMs });
