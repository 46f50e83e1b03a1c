import { z } from 'zod';
import { FindingEvidence } from './evidence';

/** One prerequisite of the ESA's Enable button, in the order in which they are looked at (domain page, section 5). */
export const Prerequisite = z.strictObject({
  key: z.string(),
  side: z.enum(['sma', 'path', 'esa', 'cluster']),
  /** `met`: seen to hold; `lacking`: seen, or suspected, to be missing; `open`: nobody saw it. */
  state: z.enum(['met', 'lacking', 'open']),
  /** The present cause that speaks of it. */
  code: z.string().nullable(),
  evidence: z.array(FindingEvidence),
  /** Checks that would tell, the cheapest first. */
  ask: z.array(z.string()),
});
export type Prerequisite = z.infer<typeof Prerequisite>;

/** The way to the Enable button for one ESA and its SMA; the first that is not met is where to go on. */
export const Enabling = z.strictObject({
  appliances: z.array(z.string()),
  items: z.array(Prerequisite),
  next: z.string().nullable(),
});
export type Enabling = z.infer<typeof Enabling>;
