import { z } from 'zod';
import { Answers } from './answers';
import { FootprintEntry } from './finding';
import { Observation } from './observation';
import { Site } from './site';
import { Instant } from './words';

export const CaseId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/);
export type CaseId = z.infer<typeof CaseId>;

/**
 * The case as it stands in `case.json` of its folder; raw evidence lies beside it under `evidence/`.
 * Findings are not stored: they follow from the observations, so they are computed again.
 */
export const CaseRecord = z.strictObject({
  schema: z.literal('cpq-doctor/case/1'),
  id: CaseId,
  name: z.string().max(200),
  createdAt: Instant,
  changedAt: Instant,
  site: Site,
  answers: Answers,
  observations: z.array(Observation),
  footprint: z.array(FootprintEntry),
  notes: z.string().max(200_000),
  /** The lab scenario this case practises on, or null for a real site. */
  lab: z.string().max(64).nullable(),
  /** The bundle it was read from: such a case is only looked at. */
  received: z.strictObject({ madeAt: Instant, pseudonymised: z.boolean() }).optional(),
  /** The run before the present one, to compare with: what was changed in between shows in the difference. */
  before: z
    .strictObject({
      site: Site,
      answers: Answers,
      observations: z.array(Observation),
      startedAt: Instant,
      endedAt: Instant,
    })
    .optional(),
  /** When the run that made the observations began and ended; `endedAt` null: it was interrupted. */
  run: z
    .strictObject({
      startedAt: Instant,
      endedAt: Instant.nullable(),
      /** While it has not ended, the site it began on: what it saw is of these entries. */
      site: Site.optional(),
    })
    .nullable(),
});
export type CaseRecord = z.infer<typeof CaseRecord>;
