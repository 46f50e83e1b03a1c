import { z } from 'zod';

/** OpenSSL generations whose suites and order are known (measured, see `tests/fixtures/ciphers`). */
export const Generation = z.enum(['0.9.8', '1.0.1', '1.0.2', '1.1.1', '3.0']);
export type Generation = z.infer<typeof Generation>;

/** What a certificate holds; `none`: the responder has no certificate at all. */
export const CertificateKey = z.enum(['RSA', 'ECDSA', 'DSS', 'none']);
export type CertificateKey = z.infer<typeof CertificateKey>;

/** What both ends agree on when the initiator's order counts, and when the responder's does; null: nothing in common. */
export const Agreement = z.strictObject({ clientOrder: z.string().nullable(), serverOrder: z.string().nullable() });
export type Agreement = z.infer<typeof Agreement>;

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
  /** What each generation makes of the same list: where anonymous suites stand decides, and that differs. */
  generations: z.array(
    z.strictObject({
      openssl: Generation,
      suites: z.number(),
      anonymous: z.number(),
      /** The suite that is offered first; an initiator's first one decides, as OpenSSL listens. */
      first: z.string().nullable(),
    }),
  ),
  /** With the other end's list: who that is, and the suites in common before, after and lost by the repair. */
  against: z
    .strictObject({
      input: z.string(),
      openssl: Generation,
      /** Null: not said; RSA is assumed where it leaves anything in common. */
      key: CertificateKey.nullable(),
      before: z.array(z.string()),
      after: z.array(z.string()),
      lost: z.array(z.string()),
    })
    .nullable(),
  error: z.strictObject({ at: z.number(), token: z.string(), text: z.string() }).nullable(),
});
export type CipherReport = z.infer<typeof CipherReport>;

/** Where the first anonymous suite of a list stands in one generation. */
export const Standing = z.enum(['first', 'behind', 'none', 'nothing']);
export type Standing = z.infer<typeof Standing>;

/** What taking the anonymous suites out of an initiator's list would change, on paper. */
export const CipherWhatIf = z.strictObject({
  list: z.string(),
  repaired: z.string(),
  generation: Generation,
  /** `verify`, `log`, `probe`: seen; `release`: assumed from `version`; `nothing`: the oldest is assumed. */
  generationBy: z.enum(['verify', 'log', 'probe', 'release', 'nothing']),
  version: z.string().nullable(),
  /** The same list elsewhere: whether the verdict depends on the generation. */
  standings: z.array(z.strictObject({ openssl: Generation, standing: Standing })),
  /** How the appliance's own VERIFY differs from our expansion of that generation; null: it does not, or was not asked. */
  differs: z.strictObject({ more: z.array(z.string()), fewer: z.array(z.string()), order: z.boolean() }).nullable(),
  /** What the other end accepts is known by its measured inventory, by its list, or not at all. */
  responder: z.enum(['inventory', 'list', 'unknown']),
  /** How its list is read, where that is what is known: the generation is assumed from its release, without one the oldest. */
  theirs: z.strictObject({ generation: Generation, version: z.string().nullable() }).nullable(),
  /** What its certificate holds, as it was seen; null: with a list, RSA is assumed where it leaves anything in common. */
  key: CertificateKey.nullable(),
  /** `serverOrder` is null where only an inventory is known: it shows what is accepted, not what is preferred. */
  before: Agreement.nullable(),
  after: Agreement.nullable(),
  /** Suites in common that go with the repair, and how many stay. */
  lost: z.array(z.string()),
  left: z.number().nullable(),
});
export type CipherWhatIf = z.infer<typeof CipherWhatIf>;
