import { z } from 'zod';

/** OpenSSL generations whose suites and order are known (measured, see `tests/fixtures/ciphers`). */
export const Generation = z.enum(['0.9.8', '1.0.1', '1.0.2', '1.1.1', '3.0']);
export type Generation = z.infer<typeof Generation>;

const Agreement = z.strictObject({ clientOrder: z.string().nullable(), serverOrder: z.string().nullable() });

/** The document of `ciphers --json`. */
export const CipherReport = z.strictObject({
  schema: z.literal('cpq-doctor/ciphers/1'),
  input: z.string(),
  suites: z.array(z.string()),
  anonymous: z.array(z.string()),
  admittedBy: z.array(z.string()),
  openssl: Generation,
  repaired: z.string().nullable(),
  repairedSuites: z.array(z.string()),
  negotiation: z.strictObject({ before: Agreement, after: Agreement }).nullable(),
  error: z.strictObject({ at: z.number(), token: z.string(), text: z.string() }).nullable(),
});
export type CipherReport = z.infer<typeof CipherReport>;
