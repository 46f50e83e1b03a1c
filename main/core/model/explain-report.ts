import { z } from 'zod';

/** How well the shape of a line is known: read in a public source, concluded, or only remembered. */
export const LineMark = z.enum(['sourced', 'inferred', 'recalled']);
export type LineMark = z.infer<typeof LineMark>;

/** One log line in plain words. `kind`, `mark` and `source` are null where the line is of no known kind. */
export const ExplainedLine = z.strictObject({
  text: z.string(),
  /** ISO 8601, local without zone where the line gives none; null without stamp or year. */
  at: z.string().nullable(),
  level: z.string().nullable(),
  /** The appliance that a syslog line names. */
  appliance: z.string().nullable(),
  kind: z.string().nullable(),
  mark: LineMark.nullable(),
  source: z.string().nullable(),
  /** What the line holds: ids, addresses, port, suite. */
  fields: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.boolean(), z.array(z.number()), z.array(z.string())]),
  ),
  says: z.string(),
  /** The cause that this line names; `decides`: by itself. */
  cause: z.strictObject({ code: z.string(), decides: z.boolean() }).nullable(),
});
export type ExplainedLine = z.infer<typeof ExplainedLine>;

/** The document of `explain --json`. `leftOut`: lines behind the last one that is explained. */
export const ExplainReport = z.strictObject({
  schema: z.literal('cpq-doctor/explain/1'),
  lines: z.array(ExplainedLine),
  leftOut: z.number().int(),
});
export type ExplainReport = z.infer<typeof ExplainReport>;
