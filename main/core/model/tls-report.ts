import { z } from 'zod';

/** Failure codes of the prober (contract: `tls --json`). */
export const TlsFailureCode = z.enum([
  'resolve-failed',
  'connect-refused',
  'connect-timed-out',
  'unreachable',
  /** This machine could not even try: no such address or port of its own, not allowed, too many files. */
  'local-fault',
  'reset',
  'greeting-missing',
  'closed-before-greeting',
  'not-smtp',
  'too-many-connections',
  'greeting-refused',
  'smtp-inspected',
  'starttls-missing',
  'starttls-refused',
  'starttls-injected',
  'tls-alert',
  'tls-closed',
  'tls-malformed',
  'tls-timed-out',
  'cancelled',
]);
export type TlsFailureCode = z.infer<typeof TlsFailureCode>;

export const TlsStage = z.enum(['resolve', 'connect', 'greeting', 'ehlo', 'starttls', 'handshake']);
export type TlsStage = z.infer<typeof TlsStage>;

export const TlsCertificate = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  sha256: z.string(),
  notBefore: z.string(),
  notAfter: z.string(),
  /** `RSA`, `RSA-PSS`, `DSA`, `EC`, `ED25519`, `ED448`, or the number of another algorithm; null in an older report. */
  keyType: z.string().nullable().default(null),
  keyBits: z.number().nullable(),
  signature: z.string(),
});
export type TlsCertificate = z.infer<typeof TlsCertificate>;

/** How the certificates of a chain follow each other, by their names. */
export const ChainOrder = z.enum(['in-order', 'out-of-order', 'single', 'self-signed']);
export type ChainOrder = z.infer<typeof ChainOrder>;

/** Why no certificate was seen: none is sent, it is sent encrypted, or nothing got that far. */
export const CertificateUnseen = z.enum(['anonymous', 'tls-1.3', 'no-handshake', 'cut-off', 'unreadable']);
export type CertificateUnseen = z.infer<typeof CertificateUnseen>;

/** How the keys are exchanged: `group` names the curve; `bits` is the size of the prime, the curve or the modulus. */
export const TlsKeyExchange = z.strictObject({
  kind: z.enum(['dh', 'ecdh', 'rsa']),
  group: z.string().nullable(),
  bits: z.number().nullable(),
  /** The scheme it is signed with, by its registered name; null: not signed, or not said before TLS 1.2. */
  signature: z.string().nullable(),
});
export type TlsKeyExchange = z.infer<typeof TlsKeyExchange>;

/** What came of one address. `errno` is the system's word for a failure; null where the end was ours. */
export const TcpAttempt = z.strictObject({
  address: z.string(),
  outcome: z.union([z.literal('connected'), TlsFailureCode]),
  errno: z.string().nullable(),
  ms: z.number(),
});
export type TcpAttempt = z.infer<typeof TcpAttempt>;

/** A connection that was made again: the number of the failed one, why, and how long was waited before the next. */
export const TlsRetry = z.strictObject({
  connection: z.number(),
  because: TlsFailureCode,
  pausedMs: z.number(),
  /** Whether the second try got what the first did not. */
  answered: z.boolean(),
});
export type TlsRetry = z.infer<typeof TlsRetry>;

/** What `partial.because` says where the end was our own; whatever else it says are the peer's words. */
export const OWN_ENDS = { limit: 'limit of connections reached', time: 'out of time', cancelled: 'cancelled' } as const;

/** The document of `tls --json`. */
export const TlsReport = z.strictObject({
  schema: z.literal('cpq-doctor/tls/1'),
  target: z.string(),
  vantage: z.string(),
  banner: z.string().nullable(),
  ehlo: z.array(z.string()),
  starttls: z.boolean().nullable(),
  negotiated: z.strictObject({ protocol: z.string(), cipher: z.string(), anonymous: z.boolean() }).nullable(),
  anonymousAcceptedIfForced: z.boolean().nullable(),
  certificate: TlsCertificate.nullable(),
  /** Every certificate that was sent, the responder's own first. */
  chain: z.array(TlsCertificate).default([]),
  chainOrder: ChainOrder.nullable().default(null),
  /** The reason where `certificate` is null. */
  certificateUnseen: CertificateUnseen.nullable().default(null),
  inventory: z.record(z.string(), z.array(z.string())).nullable(),
  partial: z.strictObject({ after: z.number(), of: z.number(), because: z.string() }).nullable(),
  failure: z.strictObject({ code: TlsFailureCode, stage: TlsStage, detail: z.string() }).nullable(),
  /** The cipher list that was offered as it was given, or null for the default offer. */
  offered: z.string().nullable(),
  /** The suites of the first handshake's offer, in order; what a list becomes differs by OpenSSL. Empty in an older report. */
  offeredSuites: z.array(z.string()).default([]),
  /** Whether an authenticated suite was agreed on in any of the connections; null: not asked or not answered. */
  authenticatedAccepted: z.boolean().nullable(),
  /** The reply to HELP, line by line as it came; null: not offered. */
  help: z.array(z.string()).nullable().default(null),
  /** Of `negotiated`; null: none is said before the handshake is finished, or nothing was agreed on. */
  keyExchange: TlsKeyExchange.nullable().default(null),
  /** Whether the listener asks its peer for a certificate; null: not seen. */
  certificateRequested: z.boolean().nullable().default(null),
  /** Why the listener's flight broke off behind its ServerHello; null: it did not. */
  cutShort: TlsFailureCode.nullable().default(null),
  /** The look-up of the name, every address it gave, and what came of each that was tried until one answered. */
  tcp: z
    .strictObject({ resolvedMs: z.number(), addresses: z.array(z.string()), attempts: z.array(TcpAttempt) })
    .nullable()
    .default(null),
  /** Everything that was asked a second time. */
  retries: z.array(TlsRetry).default([]),
  /** How many connections saw STARTTLS offered and missing; both above zero: the listener does not always offer it. */
  starttlsSeen: z.strictObject({ offered: z.number(), missing: z.number() }).default({ offered: 0, missing: 0 }),
  /** What a partial inventory has not asked yet, by version: the suites still to be offered. */
  remaining: z.record(z.string(), z.array(z.string())).nullable().default(null),
  /** Versions of the inventory whose last offer was refused by a bare end, twice, while a known suite was still taken. */
  refusedSilently: z.array(z.string()).default([]),
  connections: z.number(),
  durationMs: z.number(),
});
export type TlsReport = z.infer<typeof TlsReport>;
