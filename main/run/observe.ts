import { createHash } from 'node:crypto';
import { type Asking, type CheckDefinition, checkNamed, isMachine, type Seen, type Target } from '../core/checks';
import type { Observation, Quote, Step } from '../core/model';
import type { ActAnswer } from './world';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

const KIND: Record<string, string> = {
  'mail-logs': 'log',
  configuration: 'config',
  'tls-offer': 'probe',
  capture: 'capture',
};

/** How a quote of this check names its source: `cli:…`, `log:…`, `config:…`, `probe:…` or `capture:…`. */
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

/**
 * Who said it: the appliance it was filed under, unless its own prompt names another one of the site. A machine name that
 * nobody of the site bears is the engineer's to know: names in a profile are free.
 */
const speakerOf = (answer: ActAnswer, step: Step, { site }: Ground): string => {
  const { machine = null } = answer;
  if (step.how !== 'material' || machine === null) return step.vantage;
  const named = site.appliances.filter((one) => isMachine(one, machine)).map((one) => one.name);
  return named.length === 1 && !named.includes(step.vantage) ? (named[0] ?? step.vantage) : step.vantage;
};

/** Whom it is about: the step's own target, seen from the speaker; pasted answers about a path say it themselves. */
const targetOf = (
  check: CheckDefinition | null,
  read: Seen<unknown>,
  speaker: string,
  step: Step,
  ground: Ground,
): Target | null => {
  const target = speaker === step.vantage ? step : { vantage: speaker, subject: speaker, peer: null, flow: null };
  return step.how === 'material' && check?.about && read.data !== null
    ? check.about(read.data, target, ground, ground.observations)
    : target;
};

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
  const speaker = speakerOf(answer, step, ground);
  const about = targetOf(check, read, speaker, step, ground);
  const seen: Seen<unknown> = about === null ? { ...read, outcome: 'could-not-tell', reason: 'not-understood' } : read;
  const target = about ?? step;
  return {
    id: moment.id,
    step: answer.check === step.check ? step.id : `${answer.check}@${step.vantage}!${step.id}`.slice(0, 200),
    check: answer.check,
    vantage: speaker,
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
