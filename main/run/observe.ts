import { createHash } from 'node:crypto';
import { type Asking, type CheckDefinition, checkNamed, type Seen, type Target } from '../core/checks';
import type { Observation, Quote, Step } from '../core/model';
import type { ActAnswer } from './world';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const KIND: Record<string, string> = { 'mail-logs': 'log', configuration: 'config', 'tls-offer': 'probe' };

/** How a quote of this check names its source: `cli:…`, `log:…`, `config:…` or `probe:…`. */
const sourceOf = (answer: ActAnswer, evidencePath: string | null, file: number | undefined): string => {
  const place = answer.source?.(file === undefined ? {} : { file }) ?? evidencePath ?? answer.check;
  return `${KIND[answer.check] ?? 'cli'}:${place}`;
};

const quotesOf = (seen: Seen<unknown>, answer: ActAnswer, evidencePath: string | null): Quote[] =>
  seen.lines.slice(0, 200).map((line) => {
    const quote = line.text.slice(0, 8000);
    const source = sourceOf(answer, evidencePath, line.file);
    return {
      source: line.line === null ? source : `${source}:${line.line}`,
      line: line.line,
      quote,
      sha256: sha256(quote),
      at: line.at,
    };
  });

export interface Moment {
  readonly id: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
}

/** What was seen when the answer came, and the questions it belongs to. */
export interface Ground extends Asking {
  readonly observations: readonly Observation[];
}

/** Pasted answers about a path say themselves whom they are about. */
const targetOf = (check: CheckDefinition | null, read: Seen<unknown>, step: Step, ground: Ground): Target | null =>
  step.how === 'material' && check?.about && read.data !== null
    ? check.about(read.data, step, ground, ground.observations)
    : step;

/** A terminal capture has no check of its own: it was kept, or it was not. */
const readWithout = ({ answered }: ActAnswer): Seen<unknown> =>
  answered.kind === 'broken'
    ? { outcome: 'could-not-tell', reason: answered.reason, data: null, lines: [] }
    : { outcome: 'passed', reason: null, data: null, lines: [] };

/** Turns what an act answered into the observation of a step: outcome, typed data, quotes with their place and hash. */
export const observe = (
  step: Step,
  answer: ActAnswer,
  evidencePath: string | null,
  moment: Moment,
  ground: Ground,
): Observation => {
  const check = checkNamed(answer.check);
  const read = check?.read(answer.answered, step) ?? readWithout(answer);
  const about = targetOf(check, read, step, ground);
  const seen: Seen<unknown> = about === null ? { ...read, outcome: 'could-not-tell', reason: 'not-understood' } : read;
  const target = about ?? step;
  return {
    id: moment.id,
    step: answer.check === step.check ? step.id : `${answer.check}@${step.vantage}!${step.id}`.slice(0, 200),
    check: answer.check,
    vantage: step.vantage,
    subject: target.subject,
    peer: target.peer,
    flow: target.flow,
    how: step.how,
    outcome: seen.outcome,
    reason: seen.reason,
    startedAt: moment.startedAt.toISOString(),
    durationMs: Math.max(0, moment.endedAt.getTime() - moment.startedAt.getTime()),
    data: seen.data,
    quotes: quotesOf(seen, answer, evidencePath),
    evidence: evidencePath,
  };
};
