import { z } from 'zod';
import { CipherWhatIf } from './cipher-report';
import { Enabling } from './enabling';
import { FindingEvidence } from './evidence';
import { Observation } from './observation';
import { TimeToLoss } from './time-to-loss';
import { ClusterMode, Direction, Effect, Flow, Instant, Severity, Status, Verdict } from './words';

/** One step of a remedy; the words are `causes:<code>.remedy.<step>` of the catalogue, with `params`. */
export const RemedyStep = z.strictObject({
  step: z.string(),
  at: z.string().nullable(),
  where: z.enum(['esa-cli', 'sma-cli', 'esa-gui', 'sma-gui', 'network', 'people']),
  command: z.string().nullable(),
  effect: Effect,
  risk: z.enum(['none', 'low', 'medium', 'high']),
  params: z.record(z.string(), z.string()),
});
export type RemedyStep = z.infer<typeof RemedyStep>;

/** A cause of the catalogue with its status for one pair and one flow. Keys, no sentences. */
export const Finding = z.strictObject({
  code: z.string(),
  status: Status,
  severity: Severity,
  flow: Flow,
  /** The ESA first, then the SMA. */
  appliances: z.array(z.string()),
  because: z.strictObject({ key: z.string(), params: z.record(z.string(), z.string()) }),
  consequenceOf: z.string().nullable(),
  history: z.boolean(),
  evidence: z.array(FindingEvidence),
  /** Pieces of evidence that speak against it. */
  against: z.array(FindingEvidence),
  ask: z.array(z.string()),
  remedy: z.array(RemedyStep),
  /** For a cipher list: what its repair would change. */
  whatIf: CipherWhatIf.optional(),
});
export type Finding = z.infer<typeof Finding>;

export const Diagnosis = z.strictObject({
  verdict: Verdict,
  /** Root causes, confirmed before suspected, most upstream first, each code once. */
  primary: z.array(z.string()),
  findings: z.array(Finding),
});
export type Diagnosis = z.infer<typeof Diagnosis>;

/** One connection or command that we caused, and what it leaves behind on the appliance. */
export const FootprintEntry = z.strictObject({
  at: Instant,
  to: z.string(),
  what: z.string(),
  leaves: z.string(),
  /** A connection to a listener: the addresses that it may have come from, and where it went. */
  connection: z.strictObject({ from: z.array(z.string()), to: z.string(), port: z.number() }).optional(),
});
export type FootprintEntry = z.infer<typeof FootprintEntry>;

/** The published document of `diagnose --json` (see `docs/cli.md`): findings with words put to them. */
export const DiagnosisDocument = z.strictObject({
  schema: z.literal('cpq-doctor/diagnosis/1'),
  case: z.string().nullable(),
  direction: Direction,
  cluster: ClusterMode,
  verdict: Verdict,
  primary: z.array(z.string()),
  findings: z.array(
    z.strictObject({
      code: z.string(),
      title: z.string(),
      status: Status,
      severity: Severity,
      direction: Flow,
      appliances: z.array(z.string()),
      because: z.string(),
      consequenceOf: z.string().nullable(),
      history: z.boolean(),
      evidence: z.array(FindingEvidence),
      against: z.array(FindingEvidence),
      ask: z.array(z.string()),
      remedy: z.array(
        z.strictObject({ text: z.string(), where: z.string(), command: z.string().nullable(), effect: Effect }),
      ),
      whatIf: CipherWhatIf.optional(),
    }),
  ),
  /** For each initiator whose messages wait: when the first would be lost. */
  timeToLoss: z.array(TimeToLoss).optional(),
  /** For the greyed Enable button: what it asks for, and what was seen of it. */
  enabling: z
    .array(Enabling.extend({ items: z.array(Enabling.shape.items.element.extend({ text: z.string() })) }))
    .optional(),
  observations: z.array(Observation),
  footprint: z.array(FootprintEntry),
  durationMs: z.number(),
});
export type DiagnosisDocument = z.infer<typeof DiagnosisDocument>;
