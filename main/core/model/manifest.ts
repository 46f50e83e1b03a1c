import { z } from 'zod';
import { Instant } from './words';

export const Manifest = z.strictObject({
  schema: z.literal('cpq-doctor/manifest/1'),
  tool: z.strictObject({ name: z.literal('cpq-doctor'), version: z.string() }),
  created: Instant,
  zone: z.string(),
  pseudonymised: z.boolean(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number().int(), sha256: z.string().length(64) })),
  redactions: z.array(z.strictObject({ kind: z.string(), count: z.number().int() })),
});
export type Manifest = z.infer<typeof Manifest>;
