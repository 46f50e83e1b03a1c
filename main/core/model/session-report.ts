import { z } from 'zod';
import { Problem } from './problem';

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
  'host-key-revoked',
  'auth-refused',
  'second-factor',
  'no-credential',
  'passphrase-expired',
  'unexpected-question',
  'no-prompt',
  'wrong-appliance',
  'jump-host',
  'timed-out',
  'cancelled',
  'our-mistake',
]);
export type SessionFailureCode = z.infer<typeof SessionFailureCode>;

const Names = z.array(z.string());
const BothWays = z.strictObject({ toServer: Names, toClient: Names });
const Failure = z.strictObject({ code: SessionFailureCode, detail: z.string() });
const HostKey = z.strictObject({ type: z.string(), fingerprint: z.string() });

/** Everything that a KEXINIT (RFC 4253 section 7.1) lists but languages, which nobody uses. */
export const Kexinit = z.strictObject({
  kex: Names,
  hostKey: Names,
  cipher: BothWays,
  mac: BothWays,
  compression: BothWays,
});
export type Kexinit = z.infer<typeof Kexinit>;

/** What opening an SSH session to an appliance showed. Never holds a secret. */
export const SessionReport = z.strictObject({
  target: z.string(),
  /** `SSH-2.0-…` identification of the peer. */
  banner: z.string().nullable(),
  hostKey: HostKey.nullable(),
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
  failure: Failure.nullable(),
  connections: z.number(),
  durationMs: z.number(),
  /** The peer's whole KEXINIT. */
  kexinit: Kexinit.nullable().optional(),
  /** What both sides agreed on; `mac` is empty where the cipher has its own. */
  agreed: z.strictObject({ kex: z.string(), hostKey: z.string(), cipher: z.string(), mac: z.string() }).nullish(),
  /** Those of `agreed` that are only used where a peer offers nothing better. */
  legacy: Names.optional(),
  /** The list in which nothing is common, and the name that the peer should allow. */
  disagreement: z
    .strictObject({ list: z.enum(['kex', 'hostKey', 'cipher', 'mac']), ours: Names, theirs: Names, allow: z.string() })
    .nullish(),
  /** What the SMA's own two SSH offers have in common with the peer's: a hint for `ssh-algorithms`, no proof. */
  smaOffers: z
    .array(z.strictObject({ offer: z.enum(['first-integration', 'later-operation']), kex: Names, cipher: Names }))
    .nullish(),
  /** How many logins the appliance may count as tried; each key of an agent is one, the code behind a password is none. */
  attempts: z.number().int().optional(),
  /** Why there was no credential to offer. */
  problem: Problem.nullish(),
  /** The store of host keys names a certificate authority for this host; host certificates cannot be verified here. */
  authority: z.boolean().optional(),
  /** The jump host in between: its own key, and what went wrong at it. */
  jump: z
    .strictObject({
      target: z.string(),
      banner: z.string().nullable(),
      hostKey: HostKey.nullable(),
      expected: z.string().nullable(),
      failure: Failure.nullable(),
      attempts: z.number().int(),
      problem: Problem.nullable(),
      authority: z.boolean(),
    })
    .nullish(),
});
export type SessionReport = z.infer<typeof SessionReport>;
