import { z } from 'zod';

export const SessionFailureCode = z.enum([
  'resolve-failed',
  'connect-refused',
  'connect-timed-out',
  'unreachable',
  'reset',
  'not-ssh',
  'algorithms',
  'host-key-unknown',
  'host-key-changed',
  'auth-refused',
  'no-credential',
  'passphrase-expired',
  'unexpected-question',
  'no-prompt',
  'wrong-appliance',
  'timed-out',
  'cancelled',
  'our-mistake',
]);
export type SessionFailureCode = z.infer<typeof SessionFailureCode>;

/** What opening an SSH session to an appliance showed. Never holds a secret. */
export const SessionReport = z.strictObject({
  target: z.string(),
  /** `SSH-2.0-…` identification of the peer. */
  banner: z.string().nullable(),
  hostKey: z.strictObject({ type: z.string(), fingerprint: z.string() }).nullable(),
  /** Fingerprint that was expected instead, for `host-key-changed`. */
  expected: z.string().nullable(),
  /** The peer's offers by name, from its KEXINIT, as far as seen. */
  offers: z
    .strictObject({
      kex: z.array(z.string()),
      hostKey: z.array(z.string()),
      cipher: z.array(z.string()),
      mac: z.array(z.string()),
    })
    .nullable(),
  /** The prompt learnt at login, and what the login banner said. */
  prompt: z.string().nullable(),
  machine: z.string().nullable(),
  mode: z.enum(['standalone', 'machine', 'group', 'cluster']).nullable(),
  disconnected: z.boolean(),
  version: z.string().nullable(),
  model: z.string().nullable(),
  failure: z.strictObject({ code: SessionFailureCode, detail: z.string() }).nullable(),
  connections: z.number(),
  durationMs: z.number(),
});
export type SessionReport = z.infer<typeof SessionReport>;
