import { z } from 'zod';

export const ParseProblem = z.strictObject({ code: z.string(), text: z.string() });

/** The document of `parse --json`; `data` by command as `docs/cli.md` shows it, null when nothing was understood. */
export const ParseReport = z.strictObject({
  schema: z.literal('cpq-doctor/parse/1'),
  command: z.string(),
  appliance: z.string().nullable(),
  data: z.unknown(),
  unrecognised: z.array(z.strictObject({ line: z.number().int(), text: z.string() })),
  error: ParseProblem.nullable(),
});
export type ParseReport = z.infer<typeof ParseReport>;

/** The document of `transcript --json`. */
export const TranscriptReport = z.strictObject({
  schema: z.literal('cpq-doctor/transcript/1'),
  parts: z.array(ParseReport),
  unrecognised: z.array(z.strictObject({ line: z.number().int(), text: z.string() })),
});
export type TranscriptReport = z.infer<typeof TranscriptReport>;
