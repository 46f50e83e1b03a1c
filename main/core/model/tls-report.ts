import { z } from 'zod';

/** Failure codes of the prober (contract: `tls --json`). */
export const TlsFailureCode = z.enum([
  'resolve-failed',
  'connect-refused',
  'connect-timed-out',
  'unreachable',
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
  /** Whether an authenticated suite was agreed on in any of the connections; null: not asked or not answered. */
  authenticatedAccepted: z.boolean().nullable(),
  connections: z.number(),
  durationMs: z.number(),
});
export type TlsReport = z.infer<typeof TlsReport>;
