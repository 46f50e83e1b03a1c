import { z } from 'zod';
import { LogConnection } from './log-report';
import { Instant } from './words';

/** Why a watch is over: what it waited for, its time, an interrupt, or nobody left to listen to. */
export const WatchEnd = z.enum(['failed', 'delivered', 'out-of-time', 'cancelled', 'nobody-left']);
export type WatchEnd = z.infer<typeof WatchEnd>;

/** One connection with its twin on the other side, where that was seen: their lines in the order they came. */
export const WatchStory = z.strictObject({
  connections: z.array(LogConnection),
  causes: z.array(z.string()),
  /** `file` of the connections' lines is the place in this list. */
  appliances: z.array(z.string()),
  lines: z.array(
    z.strictObject({ appliance: z.string(), line: z.number().int(), text: z.string(), says: z.string().nullable() }),
  ),
});
export type WatchStory = z.infer<typeof WatchStory>;

/**
 * One line of `watch --json`. `following`, `unreached` and `dropped` are about an appliance, `line` is one line of a
 * quarantine connection (or of the mail service), `failed` and `delivered` say what became of one, `ended` is the last.
 */
export const WatchEvent = z.strictObject({
  schema: z.literal('cpq-doctor/watch/1'),
  at: Instant,
  event: z.enum(['following', 'unreached', 'line', 'failed', 'delivered', 'dropped', 'ended']),
  appliance: z.string().nullable(),
  connection: LogConnection.pick({ kind: true, id: true }).nullable(),
  /** The line as the appliance wrote it; what a command said where it could not follow. */
  text: z.string().nullable(),
  /** The line in plain words. */
  says: z.string().nullable(),
  /** It happened before the watch began. */
  before: z.boolean(),
  outcome: LogConnection.shape.outcome.nullable(),
  causes: z.array(z.string()),
  /** Code of what kept an appliance from being followed, or why the watch is over. */
  reason: z.string().nullable(),
  story: WatchStory.nullable(),
});
export type WatchEvent = z.infer<typeof WatchEvent>;
