import { z } from 'zod';
import { Flow, Instant, Verdict } from './words';

/** What one run says of a cause; `over`: it happened, and stopped. */
const State = z.enum(['confirmed', 'suspected', 'over', 'ruled-out', 'not-checked']);

/** Why a cause that one run saw cannot be held against the other. */
const Incomparable = z.enum([
  'not-checked-before',
  'not-checked-after',
  'hidden-before',
  'hidden-after',
  'direction-not-asked',
  'pair-not-there',
  'not-judged',
]);

/** One cause for one pair and flow in two runs; null: that run did not judge it. */
export const ComparedFinding = z.strictObject({
  code: z.string(),
  direction: Flow,
  appliances: z.array(z.string()),
  before: State.nullable(),
  after: State.nullable(),
  /** The cause that explains it, in the run that last saw it. */
  consequenceOf: z.string().nullable(),
  why: Incomparable.nullable(),
});
export type ComparedFinding = z.infer<typeof ComparedFinding>;

/** What changed between two diagnoses, by cause, pair and flow. */
export const Comparison = z.strictObject({
  fixed: z.array(ComparedFinding),
  new: z.array(ComparedFinding),
  same: z.array(ComparedFinding),
  notCompared: z.array(ComparedFinding),
  /** Causes that neither run could check: nothing is known of them. */
  unchecked: z.number(),
  /** Whether both runs speak of at least one pair of appliances. */
  related: z.boolean(),
});
export type Comparison = z.infer<typeof Comparison>;

const ComparedRun = z.strictObject({
  case: z.string().nullable(),
  name: z.string(),
  startedAt: Instant.nullable(),
  verdict: Verdict,
  primary: z.array(z.string()),
});

const Told = ComparedFinding.extend({ title: z.string(), because: z.string() });

/** The published document of `compare --json`: the comparison with words put to it. */
export const ComparisonDocument = z.strictObject({
  schema: z.literal('cpq-doctor/comparison/1'),
  before: ComparedRun,
  after: ComparedRun,
  fixed: z.array(Told),
  new: z.array(Told),
  same: z.array(Told),
  notCompared: z.array(Told),
  unchecked: z.number(),
});
export type ComparisonDocument = z.infer<typeof ComparisonDocument>;
