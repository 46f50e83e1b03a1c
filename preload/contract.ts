import { z } from 'zod';
import {
  Answers,
  Appliance,
  CaseId,
  ChangePlanDocument,
  Comparison,
  Diagnosis,
  Drawing,
  FootprintEntry,
  Language,
  Observation,
  Plan,
  Problem,
  RunEvent,
  Site,
  Verdict,
} from '../main/core/model';

/**
 * The one contract between the page and the main process. Page asks, main answers; main tells, page listens.
 * The page names things by id: it has no path, URL, command or channel to pass. Only plain JSON crosses.
 */
const ask = <A extends z.ZodType, V extends z.ZodType>(argument: A, value: V) => ({
  kind: 'ask' as const,
  argument,
  value,
});
const tell = <V extends z.ZodType>(value: V) => ({ kind: 'tell' as const, value });

const Nothing = z.null();
const ByCase = z.strictObject({ id: CaseId });

export const Theme = z.enum(['system', 'light', 'dark']);
export const Settings = z.strictObject({ language: Language, theme: Theme });
export type Settings = z.infer<typeof Settings>;

export const CaseLine = z.strictObject({
  id: CaseId,
  name: z.string(),
  serviceRequest: z.string().nullable(),
  changedAt: z.string(),
  verdict: z.enum(['fault', 'healthy', 'inconclusive']).nullable(),
  primary: z.array(z.string()),
  appliances: z.number(),
  lab: z.string().nullable(),
  /** Why a case could not be read in full; the rest of it still opens. */
  problem: Problem.nullable(),
});
export type CaseLine = z.infer<typeof CaseLine>;

/** What a plan would take, for the choice between two. */
const PlanTotal = z.strictObject({ checks: z.number(), limitMs: z.number(), connections: z.number() });

/** Everything the page shows of the open case. `serial` counts up; a gap means: ask for a new snapshot. */
export const CaseView = z.strictObject({
  serial: z.number().int(),
  id: CaseId,
  name: z.string(),
  site: Site,
  answers: Answers,
  plan: Plan,
  /** The same case by the fewest checks that can decide, and by all of them. */
  ways: z.strictObject({ quick: PlanTotal, full: PlanTotal }),
  run: z.strictObject({
    state: z.enum(['not-started', 'running', 'ended', 'interrupted']),
    startedAt: z.string().nullable(),
    endedAt: z.string().nullable(),
    /** Step ids being asked right now, with their start. */
    asking: z.array(z.strictObject({ step: z.string(), at: z.string(), limitMs: z.number() })),
  }),
  observations: z.array(Observation),
  footprint: z.array(FootprintEntry),
  diagnosis: Diagnosis,
  /** What changed since the run before; null while there is none, or the present one has not ended. */
  since: z.strictObject({ startedAt: z.string(), verdict: Verdict, comparison: Comparison }).nullable(),
  drawing: Drawing,
  notes: z.string(),
  lab: z.string().nullable(),
  /** When the newest version on the disk was written. */
  savedAt: z.string(),
  /** What the engineer must know of the case on the disk, beside what he asked for. */
  troubles: z.strictObject({
    /** Why the newest changes are in memory only, or null. */
    unsaved: Problem.nullable(),
    /** Why raw text of this run could not be kept as evidence, the first time it happened, or null. */
    unkept: Problem.nullable(),
    /** Why an older version than the last was opened, or null. */
    recovered: Problem.nullable(),
  }),
  /** Appliances that hold a secret for this run (names only, never the secret). */
  secretsHeld: z.array(z.string()),
  /** Material dropped or pasted, as far as it was recognised. */
  materials: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      appliance: z.string().nullable(),
      bytes: z.number(),
      problem: Problem.nullable(),
    }),
  ),
  bundles: z.array(z.strictObject({ name: z.string(), at: z.string(), bytes: z.number() })),
  /** What can be collected at each appliance by one paste: whole read-only commands and empty lines. */
  collections: z.array(
    z.strictObject({
      appliance: z.string(),
      role: z.enum(['esa', 'sma']),
      commands: z.array(z.strictObject({ check: z.string(), line: z.string(), empties: z.number() })),
      block: z.array(z.string()),
      leftOut: z.array(
        z.strictObject({ check: z.string(), command: z.string().nullable(), why: z.enum(['asks', 'level', 'file']) }),
      ),
    }),
  ),
});
export type CaseView = z.infer<typeof CaseView>;

/** Text that the engineer pasted or the content of a dropped file; bounded. */
export const Material = z.strictObject({
  id: CaseId,
  name: z.string().min(1).max(255),
  appliance: z.string().max(64).nullable(),
  text: z.string().max(16 * 1024 * 1024),
  /** `base64`: what is no text, such as a packet capture. */
  encoding: z.enum(['text', 'base64']).optional(),
});

export const Recognised = z.strictObject({
  kind: z.string(),
  command: z.string().nullable(),
  appliance: z.string().nullable(),
  understood: z.number(),
  unrecognised: z.number(),
  /** Of a whole capture: each command in it, as it was typed, and whether its output was read. */
  parts: z.array(z.strictObject({ command: z.string(), read: z.boolean() })).optional(),
});
export type Recognised = z.infer<typeof Recognised>;

export const BundlePreview = z.strictObject({
  name: z.string(),
  files: z.array(z.strictObject({ path: z.string(), bytes: z.number(), replaced: z.number() })),
  redactions: z.array(z.strictObject({ kind: z.string(), count: z.number() })),
});
export type BundlePreview = z.infer<typeof BundlePreview>;

export const SessionTest = z.strictObject({
  ok: z.boolean(),
  failure: z.string().nullable(),
  fingerprint: z.string().nullable(),
  expected: z.string().nullable(),
  keyType: z.string().nullable(),
  version: z.string().nullable(),
  durationMs: z.number(),
  /** The peer's or the library's own words; for `second-factor` what is asked. */
  detail: z.string().nullable().optional(),
  /** Why there was no credential to offer. */
  problem: Problem.nullable().optional(),
  /** The jump host, `host:port`, where the failure is its own: key and words above are then the jump host's. */
  jump: z.string().nullable().optional(),
});
export type SessionTest = z.infer<typeof SessionTest>;

const PlannedFor = z.strictObject({ id: CaseId, causes: z.array(z.string().max(64)).max(64) });

export const contract = {
  app: {
    settings: ask(Nothing, Settings),
    changeSettings: ask(Settings, Settings),
    about: ask(Nothing, z.strictObject({ version: z.string(), shell: z.string(), dataFolder: z.string() })),
  },
  cases: {
    list: ask(Nothing, z.array(CaseLine)),
    create: ask(z.strictObject({ name: z.string().max(200) }), CaseView),
    open: ask(ByCase, CaseView),
    rename: ask(z.strictObject({ id: CaseId, name: z.string().max(200) }), CaseView),
    remove: ask(ByCase, Nothing),
    restore: ask(ByCase, Nothing),
  },
  lab: {
    scenarios: ask(Nothing, z.array(z.strictObject({ name: z.string() }))),
    /** Starts the scenario on loopback and opens a case on it, named by its symptom: its own name says the cause. */
    practise: ask(z.strictObject({ scenario: z.string().max(64), name: z.string().max(200) }), CaseView),
  },
  site: {
    save: ask(z.strictObject({ id: CaseId, site: Site }), CaseView),
    /** Reads the text of a profile file; problems name their place. */
    importProfile: ask(
      z.strictObject({ id: CaseId, name: z.string().max(255), text: z.string().max(1024 * 1024) }),
      CaseView,
    ),
    addAppliance: ask(z.strictObject({ id: CaseId, appliance: Appliance }), CaseView),
    /** `again`: the engineer says that a credential may be offered once more although it was refused. */
    testSession: ask(
      z.strictObject({ id: CaseId, appliance: z.string().max(64), again: z.boolean().optional() }),
      SessionTest,
    ),
    acceptHostKey: ask(
      z.strictObject({ id: CaseId, appliance: z.string().max(64), fingerprint: z.string().max(200) }),
      CaseView,
    ),
  },
  secrets: {
    /**
     * Write-only: the answer says for whom a secret is held, never what it is. A code of a second factor is good for one
     * login and forgotten with it; `ofJump`: it is the jump host's of that appliance.
     */
    hold: ask(
      z.strictObject({
        id: CaseId,
        appliance: z.string().max(64),
        secret: z.string().min(1).max(4096),
        what: z.enum(['secret', 'code']).optional(),
        ofJump: z.boolean().optional(),
      }),
      CaseView,
    ),
  },
  answers: { save: ask(z.strictObject({ id: CaseId, answers: Answers }), CaseView) },
  notes: { save: ask(z.strictObject({ id: CaseId, notes: z.string().max(200_000) }), CaseView) },
  material: { offer: ask(Material, Recognised) },
  run: {
    /** `goesOn`: take an interrupted run up again, as far as what it saw is still present; else all is asked anew. */
    start: ask(z.strictObject({ id: CaseId, goesOn: z.boolean() }), CaseView),
    cancel: ask(z.strictObject({ id: CaseId, step: z.string().max(200).nullable() }), CaseView),
    progress: tell(z.strictObject({ id: CaseId, events: z.array(RunEvent) })),
  },
  evidence: {
    /** The lines around a quote, from the raw evidence of the case. */
    lines: ask(
      z.strictObject({
        id: CaseId,
        observation: z.string().max(32),
        /** The source of the quote as it stands in the observation: one observation quotes several files. */
        source: z.string().max(4200),
        line: z.number().int().min(1),
        around: z.number().int().min(0).max(200),
      }),
      z.array(z.strictObject({ line: z.number(), text: z.string() })),
    ),
  },
  /** The remedies as a method of procedure; `causes` empty: the confirmed ones. Its sentences are in the language of the window. */
  changePlan: {
    read: ask(PlannedFor, ChangePlanDocument),
    /** Main asks for the place with the system's own dialog; null: the engineer closed it. */
    save: ask(PlannedFor, z.strictObject({ name: z.string() }).nullable()),
  },
  bundle: {
    preview: ask(z.strictObject({ id: CaseId, pseudonymise: z.boolean() }), BundlePreview),
    /** Main asks for the place with the system's own dialog; null: the engineer closed it. */
    make: ask(
      z.strictObject({ id: CaseId, pseudonymise: z.boolean() }),
      z.strictObject({ name: z.string(), bytes: z.number(), files: z.number() }).nullable(),
    ),
  },
  mirror: {
    /** A new snapshot of the open case, after anything changed it. */
    changed: tell(CaseView),
  },
} as const;

export type Contract = typeof contract;
type Reply<V> = { ok: true; value: V } | { ok: false; problem: Problem };

type Asked<E> = E extends { kind: 'ask'; argument: infer A extends z.ZodType; value: infer V extends z.ZodType }
  ? (argument: z.input<A>) => Promise<Reply<z.output<V>>>
  : never;
type Told<E> = E extends { kind: 'tell'; value: infer V extends z.ZodType }
  ? (listener: (value: z.output<V>) => void) => () => void
  : never;

/** `window.cpq`: `cpq.cases.open({ id })` answers a value or a problem; `cpq.run.progress(f)` answers the unsubscribe. */
export type Bridge = {
  readonly [G in keyof Contract]: {
    readonly [V in keyof Contract[G]]: Contract[G][V] extends { kind: 'ask' }
      ? Asked<Contract[G][V]>
      : Told<Contract[G][V]>;
  };
};

type AskVerbs<G> = { [V in keyof G as G[V] extends { kind: 'ask' } ? V : never]: Asked<G[V]> };
type TellVerbs<G> = {
  [V in keyof G as G[V] extends { kind: 'tell' } ? V : never]: G[V] extends { value: infer S extends z.ZodType }
    ? (value: z.input<S>) => void
    : never;
};

/** What main must provide: a missing or an extra handler does not compile. */
export type Handlers = {
  [G in keyof Contract as keyof AskVerbs<Contract[G]> extends never ? never : G]: AskVerbs<Contract[G]>;
};
export type Tellers = {
  [G in keyof Contract as keyof TellVerbs<Contract[G]> extends never ? never : G]: TellVerbs<Contract[G]>;
};

/** The channel of a verb; no other place builds one. */
export const channel = (group: string, verb: string): string => `cpq:${group}.${verb}`;
