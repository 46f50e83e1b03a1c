import { z } from 'zod';
import { Flow, Role } from './words';

/** A line of one of the files: `file` is the index into `files`, `line` counts from 1. */
export const LineRef = z.strictObject({ file: z.number().int(), line: z.number().int() });
export type LineRef = z.infer<typeof LineRef>;

export const LogMessage = z.strictObject({
  mid: z.number(),
  rids: z.array(z.number()),
  outcome: z.enum(['delivered', 'bounced', 'delayed', 'aborted', 'open']),
  peerMid: z.number().nullable(),
});
export type LogMessage = z.infer<typeof LogMessage>;

export const LogConnection = z.strictObject({
  kind: z.enum(['delivery', 'receiving']),
  id: z.number(),
  source: z.string(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  interface: z.string().nullable(),
  peer: z.string().nullable(),
  port: z.number().nullable(),
  tls: z.strictObject({
    result: z.enum(['success', 'failed', 'none']),
    protocol: z.string().nullable(),
    cipher: z.string().nullable(),
    anonymous: z.boolean(),
    reason: z.string().nullable(),
  }),
  messages: z.array(LogMessage),
  outcome: z.enum(['ok', 'tls-failed', 'refused', 'timed-out', 'aborted', 'open', 'error']),
  twin: z.strictObject({ source: z.string(), id: z.number() }).nullable(),
  lines: z.array(LineRef),
  /** Made by this tool, as its ledger shows: it is evidence of nothing but itself. */
  own: z.literal(true).optional(),
});
export type LogConnection = z.infer<typeof LogConnection>;

/**
 * Why the logs name a cause (rule 7 of the log grammar): at least one line each, quoted as it stands.
 * `grade` is `sourced` where the line's shape was read in a public source, else `inferred`.
 */
export const LogGround = z.strictObject({
  code: z.string(),
  flow: Flow.nullable(),
  history: z.boolean(),
  grade: z.enum(['sourced', 'inferred']),
  /** `suspected` where the grammar says that the line alone does not decide. */
  strength: z.enum(['decides', 'suggests']),
  count: z.number().int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  source: z.string(),
  /** Address and port at the other end, where the lines name them. */
  peer: z.string().nullable(),
  port: z.number().nullable(),
  interface: z.string().nullable(),
  /** Up to five lines, the newest last. */
  quotes: z.array(z.strictObject({ file: z.number().int(), line: z.number().int(), text: z.string() })),
});
export type LogGround = z.infer<typeof LogGround>;

/** What became of messages where no connection failed: facts of their life, not faults. */
export const MessageLife = z.strictObject({
  /** `left`: a timer or a full quarantine let it go; `held`: released from one quarantine and not from all; `again`: back on the ESA, and taken once more; `unclassified`: put where no filter meant it. */
  what: z.enum(['left', 'held', 'again', 'unclassified']),
  source: z.string(),
  count: z.number().int(),
  firstAt: z.string().nullable(),
  lastAt: z.string().nullable(),
  quotes: z.array(z.strictObject({ file: z.number().int(), line: z.number().int(), text: z.string() })),
});
export type MessageLife = z.infer<typeof MessageLife>;

/** The document of `logs --json`; `grounds` and `successes` are what the diagnosis reads. */
export const LogReport = z.strictObject({
  schema: z.literal('cpq-doctor/logs/1'),
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.number(),
      lines: z.number(),
      firstAt: z.string().nullable(),
      lastAt: z.string().nullable(),
      role: Role.nullable(),
      source: z.string(),
    }),
  ),
  connections: z.array(LogConnection),
  totals: z.strictObject({ delivery: z.record(z.string(), z.number()), receiving: z.record(z.string(), z.number()) }),
  clockOffsets: z.array(z.strictObject({ from: z.string(), to: z.string(), seconds: z.number(), pairs: z.number() })),
  faults: z.array(
    z.strictObject({
      at: z.string().nullable(),
      kind: z.string(),
      text: z.string(),
      file: z.number().int(),
      line: z.number().int(),
      count: z.number().int(),
    }),
  ),
  causes: z.array(z.string()),
  history: z.array(z.string()),
  unknownLines: z.number().int(),
  grounds: z.array(LogGround),
  /** The newest connection that carried a message through, per flow: positive evidence. */
  successes: z.array(
    z.strictObject({
      flow: Flow,
      at: z.string().nullable(),
      peer: z.string().nullable(),
      port: z.number().nullable(),
      quote: z.strictObject({ file: z.number().int(), line: z.number().int(), text: z.string() }),
    }),
  ),
  life: z.array(MessageLife).default([]),
  /** Files that could not be read, with the reason's code. */
  unreadable: z.array(z.strictObject({ path: z.string(), code: z.string() })),
  durationMs: z.number(),
});
export type LogReport = z.infer<typeof LogReport>;
