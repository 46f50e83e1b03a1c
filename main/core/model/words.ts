import { z } from 'zod';

/** The closed vocabularies of the case: one word each, the same in code, JSON, texts and report. */

export const Role = z.enum(['esa', 'sma']);
export type Role = z.infer<typeof Role>;

/** What the engineer says about the direction; `enable-disabled` is the grey Enable button of the ESA. */
export const Direction = z.enum(['esa-to-sma', 'sma-to-esa', 'both', 'enable-disabled', 'unknown']);
export type Direction = z.infer<typeof Direction>;

/** One way of one quarantine connection: forward is `esa-to-sma`, backward is `sma-to-esa`. */
export const Flow = z.enum(['esa-to-sma', 'sma-to-esa']);
export type Flow = z.infer<typeof Flow>;

export const ClusterMode = z.enum(['standalone', 'cluster', 'unknown']);
export type ClusterMode = z.infer<typeof ClusterMode>;

/** `failed`: the check found a fault. A check that itself broke is `could-not-tell`. */
export const Outcome = z.enum(['passed', 'failed', 'could-not-tell', 'skipped', 'cancelled']);
export type Outcome = z.infer<typeof Outcome>;

/** Why an observation is not `passed`; never a sentence. */
export const Reason = z.enum([
  'refused',
  'timed-out',
  'unreachable',
  'reset',
  'name-unknown',
  'not-the-expected-speaker',
  'cut-off',
  'too-many-connections',
  'host-key-unknown',
  'host-key-changed',
  'host-key-revoked',
  'auth-refused',
  'second-factor',
  'no-credential',
  'passphrase-expired',
  'algorithms',
  'wrong-appliance',
  'jump-host',
  'unexpected-question',
  'not-permitted',
  'command-unknown',
  'not-understood',
  'no-material',
  'left-out',
  'blocked-upstream',
  'out-of-time',
  'cancelled',
  'fault-seen',
  'file-unreadable',
  'already-seen',
  'our-mistake',
]);
export type Reason = z.infer<typeof Reason>;

export const Status = z.enum(['confirmed', 'suspected', 'ruled-out', 'not-checked']);
export type Status = z.infer<typeof Status>;

export const Severity = z.enum(['error', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;

export const Verdict = z.enum(['fault', 'healthy', 'inconclusive']);
export type Verdict = z.infer<typeof Verdict>;

/** Whether a command or a GUI step changes the appliance. Steps that change are shown, never run. */
export const Effect = z.enum(['reads', 'changes']);
export type Effect = z.infer<typeof Effect>;

export const Language = z.enum(['en', 'fr']);
export type Language = z.infer<typeof Language>;

/** Where an observation was made: this laptop, or the named appliance. */
export const Vantage = z.string().min(1).max(64);
export type Vantage = z.infer<typeof Vantage>;
export const LAPTOP = 'laptop';

/** ISO 8601 with zone, for instance `2026-11-24T20:40:00.000Z`. */
export const Instant = z.string().max(40);
