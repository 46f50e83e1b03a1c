import { z } from 'zod';
import { Observation } from './observation';
import { Instant } from './words';

/** What the run tells while it goes on. `about-to` always comes before the question is put. */
export const RunEvent = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('started'), at: Instant, steps: z.number(), limitMs: z.number() }),
  z.strictObject({ kind: z.literal('about-to'), at: Instant, step: z.string(), limitMs: z.number() }),
  z.strictObject({ kind: z.literal('observed'), at: Instant, observation: Observation }),
  z.strictObject({ kind: z.literal('transcript'), at: Instant, appliance: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('ended'), at: Instant, cancelled: z.boolean() }),
]);
export type RunEvent = z.infer<typeof RunEvent>;
