import { z } from 'zod';
import { ComparedFinding } from './comparison';
import { Effect, Flow, Status } from './words';

/** A change whose effect can be computed: what of the site it makes different. */
export const Change = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('listener-opens'), appliance: z.string() }),
  z.strictObject({ kind: z.literal('delivery-resumes'), appliance: z.string() }),
  z.strictObject({ kind: z.literal('outbound-list'), appliance: z.string(), list: z.string() }),
  z.strictObject({ kind: z.literal('listener-port'), appliance: z.string(), port: z.number() }),
  z.strictObject({ kind: z.literal('interface-created'), appliance: z.string(), interface: z.string() }),
]);
export type Change = z.infer<typeof Change>;

/**
 * What the rules say of the same observations with the change made on paper: what goes, what stays, what would newly
 * break, and what nobody can tell before it was looked at again.
 */
export const Outlook = z.strictObject({
  changes: z.array(Change),
  goes: z.array(ComparedFinding),
  stays: z.array(ComparedFinding),
  breaks: z.array(ComparedFinding),
  unknown: z.array(ComparedFinding),
});
export type Outlook = z.infer<typeof Outlook>;

/** How a change is taken back: the opposite command, the old value, the other team's old rule, or not at all. */
const WayBack = z.strictObject({
  key: z.enum(['opposite', 'old-value', 'old-rule', 'none']),
  command: z.string().nullable(),
});

const PlannedStep = z.strictObject({
  step: z.string(),
  /** The machine it is done on; null: nobody's in particular. */
  at: z.string().nullable(),
  where: z.enum(['esa-cli', 'sma-cli', 'esa-gui', 'sma-gui', 'network', 'people']),
  who: z.enum(['esa-administrator', 'sma-administrator', 'network-team', 'case-owner']),
  command: z.string().nullable(),
  effect: Effect,
  risk: z.enum(['none', 'low', 'medium', 'high']),
  params: z.record(z.string(), z.string()),
  /** What is seen when it went well, as far as a source says so. */
  expects: z.string().nullable(),
  /** For a change: whether it counts at once or with a commit, and how it is taken back. */
  takesEffect: z.enum(['at-once', 'with-commit', 'by-others']).nullable(),
  back: WayBack.nullable(),
  /** In a cluster: made once at the level of the setting, or in machine mode on each machine. */
  cluster: z.enum(['at-its-level', 'machine-mode']).nullable(),
});
export type PlannedStep = z.infer<typeof PlannedStep>;

/** The remedy of one cause: what is read before, what is changed, what shows that it worked. */
export const PlanPart = z.strictObject({
  code: z.string(),
  status: Status,
  direction: Flow,
  /** Pairs of appliances, the ESA first, that this part mends. */
  pairs: z.array(z.array(z.string())),
  before: z.array(PlannedStep),
  changes: z.array(PlannedStep),
  after: z.array(PlannedStep),
  /** Null: what it would change cannot be computed. */
  outlook: Outlook.nullable(),
});
export type PlanPart = z.infer<typeof PlanPart>;

export const ChangePlan = z.strictObject({
  parts: z.array(PlanPart),
  /** All computable changes together; null: there is none. */
  outlook: Outlook.nullable(),
  /** Chosen codes that are no present cause of this case. */
  notPresent: z.array(z.string()),
  /** Present and only suspected: not planned unless chosen. */
  suspected: z.array(z.string()),
});
export type ChangePlan = z.infer<typeof ChangePlan>;

const ToldStep = z.strictObject({
  number: z.number(),
  text: z.string(),
  who: z.string(),
  where: z.string(),
  at: z.string().nullable(),
  command: z.string().nullable(),
  effect: Effect,
  risk: z.enum(['none', 'low', 'medium', 'high']),
  takesEffect: z.string().nullable(),
  expected: z.string().nullable(),
  wayBack: z.string().nullable(),
  cluster: z.string().nullable(),
});
export type ToldStep = z.infer<typeof ToldStep>;

/** The published document of `change-plan --json`. */
export const ChangePlanDocument = z.strictObject({
  schema: z.literal('cpq-doctor/change-plan/1'),
  case: z.string().nullable(),
  name: z.string(),
  opening: z.array(z.string()),
  parts: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      status: Status,
      direction: Flow,
      pairs: z.array(z.array(z.string())),
      because: z.string(),
      before: z.array(ToldStep),
      changes: z.array(ToldStep),
      after: z.array(ToldStep),
      outlook: Outlook.nullable(),
      whatIf: z.array(z.string()),
    }),
  ),
  closing: z.array(z.string()),
  rollback: z.array(z.string()),
  outlook: Outlook.nullable(),
  whatIf: z.array(z.string()),
  notPresent: z.array(z.string()),
  suspected: z.array(z.string()),
});
export type ChangePlanDocument = z.infer<typeof ChangePlanDocument>;
