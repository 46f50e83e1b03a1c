import { z } from 'zod';
import { Flow, Instant } from './words';

/**
 * When the first message of a pseudo destination would be lost, as far as what was seen tells. `firstLossAt` null:
 * unknown, and `missing` says what would tell.
 */
export const TimeToLoss = z.strictObject({
  direction: Flow,
  initiator: z.string(),
  /** The pseudo destination. */
  host: z.string(),
  /** Recipients that wait there, as the newest look says. */
  waiting: z.number(),
  /** Of the oldest message; null: not seen. Of the whole appliance, unless `bound` is `at`. */
  oldestSeconds: z.number().nullable(),
  /** The Default bounce profile (TechNote 118410): whichever of the two comes first. */
  limit: z.strictObject({ seconds: z.number(), attempts: z.number() }),
  /** Local time of the appliance where no zone is said. */
  firstLossAt: Instant.nullable(),
  /** `at`: the oldest message is in this destination; `not-before`: it may be another, younger ones stay longer. */
  bound: z.enum(['at', 'not-before']).nullable(),
  /** What it rests on and no source says. */
  conditions: z.array(z.enum(['follows-default-profile', 'profile-unchanged', 'nothing-delivered-meanwhile'])),
  missing: z.array(z.enum(['oldest-message', 'time-of-look', 'limit-of-releases'])),
  /** Messages that the counter of this destination calls bounced already; null: not seen. */
  bounced: z.number().nullable(),
  /** The observations it was computed from. */
  observations: z.array(z.string()),
});
export type TimeToLoss = z.infer<typeof TimeToLoss>;
