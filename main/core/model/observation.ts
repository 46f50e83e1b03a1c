import { z } from 'zod';
import { Flow, Instant, Outcome, Reason, Vantage } from './words';

/**
 * Words taken from a source exactly as they stand there.
 * `source` is `kind:place:line`, for instance `log:mail.current:1042` or `cli:evidence/esa1/tophosts.txt:14`.
 * `sha256` is the hex digest of the UTF-8 bytes of `quote`.
 */
export const Quote = z.strictObject({
  source: z.string().max(4200),
  line: z.number().int().min(1).nullable(),
  quote: z.string().max(8000),
  sha256: z.string().length(64),
  /** When the quoted line was written, where it says so. */
  at: Instant.nullable(),
});
export type Quote = z.infer<typeof Quote>;

/** What a check saw; never an opinion. `data` is typed by the check (see `core/checks`). */
export const Observation = z.strictObject({
  id: z.string().max(32),
  step: z.string().max(200),
  check: z.string().max(64),
  vantage: Vantage,
  /** What was looked at: an appliance's name, or `sma1:7025`. */
  subject: z.string().max(300),
  /** The appliance at the other end, for checks about a path. */
  peer: z.string().max(64).nullable(),
  flow: Flow.nullable(),
  how: z.enum(['live', 'material', 'none']),
  outcome: Outcome,
  reason: Reason.nullable(),
  startedAt: Instant,
  durationMs: z.number().min(0),
  data: z.unknown(),
  quotes: z.array(Quote).max(200),
  /** Path of the raw evidence inside the case folder, where some was kept. */
  evidence: z.string().max(500).nullable(),
});
export type Observation = z.infer<typeof Observation>;
