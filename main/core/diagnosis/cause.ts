import type {
  Answers,
  Appliance,
  BreakPlace,
  Effect,
  Finding,
  Flow,
  Observation,
  Quote,
  RemedyStep,
  Severity,
  Site,
  Status,
} from '../model';

/** The order in which causes hide each other (domain page, section 4): what is upstream makes the rest unknowable. */
export const LAYERS = [
  'system',
  'path',
  'starttls',
  'protocol',
  'cipher',
  'certificate',
  'ssh',
  'message',
  'storage',
  'consequence',
  'evidence',
] as const;
export type Layer = (typeof LAYERS)[number];

/** How well a sign is founded: read in a source, measured here, or only reasoned. */
export type Grade = 'sourced' | 'measured' | 'inferred';

/** Everything a cause may look at: one pair, one flow, and what was observed. */
export interface Situation {
  readonly site: Site;
  readonly answers: Answers;
  readonly flow: Flow;
  readonly esa: Appliance;
  readonly sma: Appliance;
  readonly initiator: Appliance;
  readonly responder: Appliance;
  readonly observations: readonly Observation[];
}

/** An observation a judgement rests on, with the words it points at. */
export interface Cite {
  readonly observation: Omit<Observation, 'data'>;
  readonly quotes: readonly Quote[];
}

export interface Judgement {
  readonly status: Status;
  readonly because: { readonly key: string; readonly params: Record<string, string> };
  readonly cites: readonly Cite[];
  readonly against: readonly Cite[];
  /** The cheapest checks that would decide it. */
  readonly ask: readonly string[];
  readonly history: boolean;
  /** What the repair would change, on paper. */
  readonly whatIf?: Finding['whatIf'];
}

/** A step of the remedy. Those that change an appliance are shown with their effect, never run. */
export interface Remedy {
  readonly step: string;
  readonly at: 'initiator' | 'responder' | 'esa' | 'sma' | null;
  readonly where:
    | RemedyStep['where']
    | 'initiator-cli'
    | 'responder-cli'
    | 'initiator-gui'
    | 'responder-gui'
    | 'named-cli';
  readonly command: string | null;
  readonly effect: Effect;
  readonly risk: RemedyStep['risk'];
}

/** One entry of the catalogue. Texts stand under its code in `resources/texts`. */
export interface CauseDefinition {
  readonly code: string;
  readonly flows: readonly Flow[];
  /** Also asked for when the ESA's Enable button is grey. */
  readonly whenEnabling: boolean;
  readonly layer: Layer;
  readonly severity: Severity;
  /** Codes that follow from this one; they are folded under it. */
  readonly explains: readonly string[];
  /** Where not every finding of such a code follows from this one. */
  readonly explainsWhen?: (consequence: Finding) => boolean;
  /** Codes that cannot be true beside it, once it was seen in a log or a handshake. */
  readonly excludes?: readonly string[];
  /** Primary only when nothing upstream is even suspected (tie-break 6). */
  readonly symptomOnly?: boolean;
  /** Where the path diagram breaks; `side` where that hangs on the appliance: the ESA's or SMA's own end, or the one named. */
  readonly place: {
    readonly at: BreakPlace;
    readonly side?: 'esa' | 'sma' | 'named';
    readonly glyph: 'cross' | 'lock' | 'wall';
  } | null;
  readonly source: readonly string[];
  readonly remedy: readonly Remedy[];
  /** Whether the question arises at all; always, where it is left out. */
  arises?(situation: Situation): boolean;
  judge(situation: Situation): Judgement;
}

/** Types the definition; data first, judgement last. */
export const cause = (definition: CauseDefinition): CauseDefinition => definition;
