import { z } from 'zod';
import { Flow, Vantage } from './words';

/** What a step does to the world. Only these nine things exist; the run room knows one actor for each. */
export const Act = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open-session'), appliance: z.string() }),
  z.strictObject({
    kind: z.literal('command'),
    appliance: z.string(),
    command: z.string(),
    args: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    kind: z.literal('tls-probe'),
    host: z.string(),
    port: z.number(),
    /** The initiator's list, and the suites that its own OpenSSL makes of it; null: the default offer. */
    offer: z.string().nullable(),
    suites: z.array(z.string()).nullable(),
  }),
  z.strictObject({
    kind: z.literal('read-logs'),
    paths: z.array(z.string()),
    role: z.enum(['esa', 'sma']).nullable(),
    ports: z.array(z.number()),
  }),
  z.strictObject({ kind: z.literal('read-config'), path: z.string() }),
  z.strictObject({ kind: z.literal('read-capture'), path: z.string(), ports: z.array(z.number()) }),
  z.strictObject({ kind: z.literal('read-cli'), command: z.string(), path: z.string() }),
  /** A whole terminal capture: answers every check whose command stands in it. */
  z.strictObject({ kind: z.literal('read-transcript'), path: z.string() }),
  /** What the engineer wrote of the symptoms, a line each. */
  z.strictObject({ kind: z.literal('read-words'), words: z.array(z.string()) }),
]);
export type Act = z.infer<typeof Act>;

export const Cost = z.strictObject({
  seconds: z.number(),
  connections: z.number(),
  /** Commands typed at a prompt. */
  commands: z.number(),
  /** Lines our question leaves in the appliance's logs. */
  lines: z.number(),
});
export type Cost = z.infer<typeof Cost>;

export const Step = z.strictObject({
  /** `check@vantage`, `check@vantage>peer:flow` or `check@laptop>responder:flow/peer`; unique in the plan and stable between plans. */
  id: z.string().max(200),
  check: z.string().max(64),
  vantage: Vantage,
  /** Steps of one lane run one after another: the laptop, or one appliance. */
  lane: Vantage,
  subject: z.string().max(300),
  peer: z.string().max(64).nullable(),
  flow: Flow.nullable(),
  how: z.enum(['live', 'material', 'none']),
  /** The material file this step reads, when `how` is `material`. */
  material: z.string().max(4096).nullable(),
  /** Steps whose observations must exist first. */
  after: z.array(z.string()),
  /** Steps that look at the same listener on the same way from another vantage point: what they see is compared. */
  beside: z.array(z.string()),
  limitMs: z.number(),
  cost: Cost,
  /** Not null when the step cannot or shall not be done: the reason it is skipped for. */
  skip: z.enum(['left-out', 'no-material', 'no-credential']).nullable(),
});
export type Step = z.infer<typeof Step>;

export const Plan = z.strictObject({ steps: z.array(Step), limitMs: z.number(), cost: Cost });
export type Plan = z.infer<typeof Plan>;
