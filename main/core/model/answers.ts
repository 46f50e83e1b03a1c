import { z } from 'zod';
import { ClusterMode, Direction } from './words';

/** The wizard's answers. Every question allows "not sure", which is `unknown`. */
export const Answers = z.strictObject({
  direction: Direction,
  cluster: ClusterMode,
  /** Did anybody see a TLS message? */
  tls: z.enum(['failed', 'fine', 'unknown']),
  /** Where mail_logs come from. */
  logs: z.enum(['appliances', 'files', 'none', 'unknown']),
  symptoms: z.array(z.string().max(2000)).max(50),
  /** Check ids to keep (empty: all), and step ids or check ids that the engineer left out. */
  only: z.array(z.string().max(64)).max(200),
  leftOut: z.array(z.string().max(200)).max(500),
  /** The fewest checks that can decide, instead of all; and check ids that the engineer wants in it all the same. */
  quick: z.boolean().optional(),
  added: z.array(z.string().max(64)).max(200).optional(),
});
export type Answers = z.infer<typeof Answers>;

/** Everything open: what a new case begins with. */
export const openAnswers = (): Answers => ({
  direction: 'unknown',
  cluster: 'unknown',
  tls: 'unknown',
  logs: 'unknown',
  symptoms: [],
  only: [],
  leftOut: [],
});
