import type { z } from 'zod';
import type {
  Act,
  Answers,
  CaptureReport,
  ConfigReport,
  Flow,
  LogReport,
  Observation,
  Outcome,
  ParseReport,
  Reason,
  Role,
  SessionReport,
  Site,
  TlsReport,
} from '../model';

/** What came back from the world for one step, before the check reads it. */
export type Answered =
  | { readonly kind: 'session'; readonly report: SessionReport; readonly text: string }
  | { readonly kind: 'command'; readonly report: ParseReport; readonly text: string; readonly problem: Reason | null }
  | { readonly kind: 'tls'; readonly report: TlsReport; readonly text: string }
  | { readonly kind: 'logs'; readonly report: LogReport }
  | { readonly kind: 'capture'; readonly report: CaptureReport }
  | { readonly kind: 'config'; readonly report: ConfigReport; readonly text: string }
  | { readonly kind: 'words'; readonly text: string }
  /** Kept whole; what stands in it is answered under the checks it is about. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly reason: Reason; readonly detail: string };

/** A line of the answer that the check points at; `file` only for logs of several files. */
export interface SeenLine {
  readonly line: number | null;
  readonly text: string;
  readonly at: string | null;
  readonly file?: number;
}

/** What a check makes of an answer: outcome, data and the lines that carry it. No opinion about causes. */
export interface Seen<Data> {
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly data: Data | null;
  readonly lines: readonly SeenLine[];
}

/** Whom a check is about. `vantage` is where it is asked, `peer` the other end of the path, if it has one. */
export interface Target {
  readonly vantage: string;
  readonly subject: string;
  readonly peer: string | null;
  readonly flow: Flow | null;
}

export interface Asking {
  readonly site: Site;
  readonly answers: Answers;
}

/** One question put to the world, as data; `core/plan` makes steps of it and `main/run` acts. */
export interface CheckDefinition<Data = unknown> {
  readonly id: string;
  /** What carries it: one appliance's command line, this laptop's sockets, only files, or the engineer's words. */
  readonly by: 'session' | 'command' | 'probe' | 'logs' | 'capture' | 'configuration' | 'words';
  /** The allow-list entry that answers it live, and whose pasted output answers it offline. */
  readonly command: string | null;
  readonly roles: readonly Role[];
  readonly needs: readonly string[];
  readonly seconds: number;
  readonly connections: number;
  /** Lines our question leaves in an appliance's log. */
  readonly leaves: number;
  readonly limitMs: number;
  readonly data: z.ZodType<Data>;
  targets(asking: Asking): readonly Target[];
  /** The act that answers it live, computed from what is known by then; null when it cannot be put. */
  live(target: Target, asking: Asking, observations: readonly Observation[]): Act | null;
  read(answered: Answered, target: Target): Seen<Data>;
  /**
   * For checks about a path whose answer came as material: whom the answer is about, from the answer itself; null when
   * it is about nobody of this site.
   */
  about?(data: Data, target: Target, asking: Asking, observations: readonly Observation[]): Target | null;
}

/** Types the definition; data first, reading last. */
export const check = <Data>(definition: CheckDefinition<Data>): CheckDefinition<Data> => definition;

/** What the command line itself says instead of an answer, as far as it has a reason of its own. */
const SAID: Readonly<Record<string, Reason>> = {
  'command-unknown': 'command-unknown',
  'not-permitted': 'not-permitted',
  'cut-off': 'cut-off',
};

const reasonOf = (answered: Answered): Reason => {
  if (answered.kind === 'broken') return answered.reason;
  return (answered.kind === 'command' && SAID[answered.report.error?.code ?? '']) || 'not-understood';
};

/** The answer of a check whose question could not be put or was not understood. */
export const broken = (answered: Answered): Seen<never> => ({
  outcome: 'could-not-tell',
  reason: reasonOf(answered),
  data: null,
  lines: [],
});
