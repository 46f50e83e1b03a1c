import type { Answered } from '../core/checks';
import type { Answers, FootprintEntry, Observation, Problem, RunEvent, Site } from '../core/model';
import type { AskCode, Question } from '../ssh';
import type { Credentials } from './actors/credentials';

/** What a run needs from its door: the case's folder, the engineer's secrets (in memory only), a clock, a way to stop. */
export interface RunInput {
  readonly site: Site;
  readonly answers: Answers;
  /** What an earlier, interrupted run already saw; its steps are not asked again. */
  readonly observations: readonly Observation[];
  /** The ledger of earlier runs: lines in the logs that it explains are ours. */
  readonly footprint?: readonly FootprintEntry[];
  /** The folder of the profile that named the materials: their names in sources are relative to it. */
  readonly profileFolder?: string | null;
  secretOf(appliance: string): string | null;
  /** What the engineer answers to a second factor's questions, one for each prompt; null where he gave none. */
  codeOf?(appliance: string, question: Question): ReturnType<AskCode>;
  /** What earlier runs and tests of a connection learnt of the credentials; a run without it begins with nothing. */
  readonly credentials?: Credentials;
  readonly knownHostsPath: string;
  readonly acceptNewHostKeys: boolean;
  /** Keeps raw text; answers the path it stands at, where that is another one, or null where it could not be kept. */
  keepEvidence(relativePath: string, bytes: Uint8Array): Promise<string | null | undefined>;
  onEvent(event: RunEvent): void;
  /** What we just left on an appliance, told as it happens: a crash must not forget which lines in its logs are ours. */
  onFootprint?(entry: FootprintEntry): void;
  /** A material that cannot be read, or not as what it was given for: its shown name, and why. */
  onProblem?(problem: Problem): void;
  now(): Date;
  readonly signal: AbortSignal;
  readonly limitMs: number;
  /** Cancels one step, for the row that the engineer stops. */
  stepSignal?(step: string): AbortSignal | undefined;
}

export interface RunOutcome {
  readonly observations: Observation[];
  readonly footprint: FootprintEntry[];
  readonly cancelled: boolean;
}

/** One answer of an act: usually for the step's own check; a terminal capture answers several. */
export interface ActAnswer {
  readonly check: string;
  readonly answered: Answered;
  /** Raw text kept as evidence and quoted by line; null where the source is a file that stays where it is. */
  readonly evidence: string | null;
  /** How quotes of this answer name their source, without the line. */
  readonly source: ((line: { readonly file?: number }) => string) | null;
  /** The machine that a pasted text's own prompt names; it outranks the place where the text was filed. */
  readonly machine?: string | null;
}

/** What an actor may use while it answers one step. */
export interface ActContext {
  readonly input: RunInput;
  readonly signal: AbortSignal;
  readonly limitMs: number;
  /** Everything observed so far. */
  seen(): readonly Observation[];
  note(entry: Omit<FootprintEntry, 'at'>): void;
  /** Everything in the ledger so far, of earlier runs too. */
  ledger(): readonly FootprintEntry[];
}

export const brokenAnswer = (
  check: string,
  reason: Extract<Answered, { kind: 'broken' }>['reason'],
  detail = '',
): ActAnswer => ({
  check,
  answered: { kind: 'broken', reason, detail },
  evidence: detail === '' ? null : `${detail}\n`,
  source: null,
});
