import { z } from 'zod';

/** What a value is, for the counts of the manifest and the preview. */
export const Kind = z.enum([
  'password',
  'secret',
  'key',
  'hash',
  'certificate',
  'folder',
  'address',
  'host',
  'domain',
  'mailbox',
  'name',
  'user',
  'serial',
  'subject',
]);
export type Kind = z.infer<typeof Kind>;

/**
 * The mapping table of a case. It stays on the laptop, in the case folder, and is never in a bundle: it turns pseudonyms
 * back into names, and makes the next bundle of the case use the same ones. `key` drives the address permutation.
 */
export const PseudonymTable = z.strictObject({
  schema: z.literal('cpq-doctor/pseudonyms/1'),
  key: z.string().min(16).max(200),
  entries: z.array(z.strictObject({ kind: Kind, original: z.string(), pseudonym: z.string() })),
});
export type PseudonymTable = z.infer<typeof PseudonymTable>;
