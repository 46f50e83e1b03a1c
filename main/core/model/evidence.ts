import { z } from 'zod';

/** What a finding points at: words of a source, with the observation that saw them. */
export const FindingEvidence = z.strictObject({
  observation: z.string(),
  vantage: z.string(),
  source: z.string(),
  quote: z.string(),
  sha256: z.string(),
});
export type FindingEvidence = z.infer<typeof FindingEvidence>;
