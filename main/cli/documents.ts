import { z } from 'zod';
import {
  CaptureReport,
  CaseRecord,
  ChangePlanDocument,
  CipherReport,
  ComparisonDocument,
  ConfigReport,
  Cost,
  DiagnosisDocument,
  Direction,
  Effect,
  ExplainReport,
  LogReport,
  Manifest,
  ParseReport,
  Role,
  Severity,
  Step,
  TlsReport,
  TranscriptReport,
  WatchEvent,
} from '../core/model';

/** `diagnose --dry-run --json`: `sends` is what goes out, null where nothing does. */
const PlanDocument = z.strictObject({
  schema: z.literal('cpq-doctor/plan/1'),
  direction: Direction,
  steps: z.array(Step.extend({ sends: z.string().nullable() })),
  limitMs: z.number(),
  cost: Cost,
});

const RecogniseDocument = z.strictObject({
  schema: z.literal('cpq-doctor/recognise/1'),
  files: z.array(
    z.strictObject({
      path: z.string(),
      kind: z.enum(['mail-log', 'config', 'cli', 'transcript', 'profile', 'capture', 'unknown']),
      command: z.string().nullable(),
      appliance: z.string().nullable(),
      role: Role.nullable(),
    }),
  ),
});

const Cause = z.strictObject({
  code: z.string(),
  title: z.string(),
  directions: z.array(Direction),
  layer: z.string(),
  severity: Severity,
  explanation: z.string(),
  explains: z.array(z.string()),
  signs: z.array(z.string()),
  remedy: z.array(
    z.strictObject({
      text: z.string(),
      where: z.string(),
      command: z.string().nullable(),
      effect: Effect,
      risk: z.enum(['none', 'low', 'medium', 'high']),
    }),
  ),
  references: z.array(z.string()),
});

const BundleDocument = z.strictObject({
  schema: z.literal('cpq-doctor/bundle/1'),
  manifest: Manifest,
  entries: z.array(z.strictObject({ path: z.string(), bytes: z.number(), packed: z.number() })),
});

const LabDocument = z.strictObject({
  schema: z.literal('cpq-doctor/lab/1'),
  scenario: z.string(),
  /** The site profile as text, to be given to `diagnose`. */
  profile: z.string(),
});

const ScenariosDocument = z.strictObject({
  schema: z.literal('cpq-doctor/scenarios/1'),
  scenarios: z.array(z.looseObject({ name: z.string() })),
});

const MaterialsDocument = z.strictObject({
  schema: z.literal('cpq-doctor/materials/1'),
  profile: z.string(),
  files: z.array(z.string()),
});

/** Every JSON document that a command prints or a bundle holds, by the name that `schema NAME` knows. */
export const documents: Readonly<Record<string, z.ZodType>> = {
  bundle: BundleDocument,
  capture: CaptureReport,
  case: CaseRecord,
  cause: Cause.extend({ schema: z.literal('cpq-doctor/cause/1') }),
  causes: z.strictObject({ schema: z.literal('cpq-doctor/causes/1'), causes: z.array(Cause) }),
  'change-plan': ChangePlanDocument,
  ciphers: CipherReport,
  comparison: ComparisonDocument,
  config: ConfigReport,
  diagnosis: DiagnosisDocument,
  explain: ExplainReport,
  lab: LabDocument,
  logs: LogReport,
  manifest: Manifest,
  materials: MaterialsDocument,
  parse: ParseReport,
  plan: PlanDocument,
  recognise: RecogniseDocument,
  scenarios: ScenariosDocument,
  tls: TlsReport,
  transcript: TranscriptReport,
  watch: WatchEvent,
};
