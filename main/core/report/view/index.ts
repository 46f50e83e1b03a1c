import { enablingOf, timeToLoss } from '../../diagnosis';
import type { Finding } from '../../model';
import {
  becauseOf,
  enablingWords,
  remedyTextOf,
  sentenceOf,
  timeToLossWords,
  titleOf,
  type Words,
  whatIfWords,
} from '../../texts';
import type { ReportInput } from '../input';
import { minuteOf } from '../times';
import { type ClaimView, claimsOf } from './claims';
import { type EnvironmentView, environmentOf } from './environment';
import { betweenOf, consequencesIn, type FindingRow, type FootprintRow, footprintRows, rowsOf } from './rows';
import { rootsOf, type VerdictView, verdictOf } from './verdict';

export interface PairView {
  readonly between: string;
  readonly sentence: string;
  readonly because: string;
  readonly claims: readonly ClaimView[];
  /** What the repair would change, on paper: a question and its answers. */
  readonly whatIf: ReturnType<typeof whatIfWords> | null;
}

export interface StepView {
  readonly effect: 'reads' | 'changes';
  readonly tag: string;
  readonly text: string;
  readonly command: string | null;
  readonly where: string;
}

export interface CauseView {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly pairs: readonly PairView[];
  readonly steps: readonly StepView[];
}

/** The report as words in their order, before anybody draws it: HTML and Markdown say the same. */
export interface ReportView {
  readonly serviceRequest: string;
  readonly site: string;
  readonly made: string;
  readonly naming: string;
  readonly verdict: VerdictView;
  /** When messages would be lost, beside the verdict; empty where nothing waits. */
  readonly timeToLoss: readonly string[];
  /** For the greyed Enable button: what it asks for, pair by pair. */
  readonly enabling: ReturnType<typeof enablingWords>;
  readonly causes: readonly CauseView[];
  readonly follows: readonly FindingRow[];
  readonly over: readonly FindingRow[];
  readonly ruledOut: readonly FindingRow[];
  readonly notChecked: readonly FindingRow[];
  readonly footprint: readonly FootprintRow[];
  readonly environment: EnvironmentView;
  readonly symptoms: readonly string[];
  readonly notes: string;
}

const stepsOf = (finding: Finding | undefined, words: Words): StepView[] =>
  (finding?.remedy ?? []).map((step) => ({
    effect: step.effect,
    tag: words.say(`app:${step.effect}`),
    text: remedyTextOf(finding?.code ?? '', step, words),
    command: step.command,
    where: [step.at ?? '', words.say(`report:where.${step.where}`)].filter((part) => part !== '').join(', '),
  }));

const causeOf = (findings: readonly Finding[], input: ReportInput, words: Words): CauseView[] => {
  const [first] = findings;
  if (first === undefined) return [];
  return [
    {
      code: first.code,
      title: titleOf(first.code, words),
      status: words.say(`app:status.${first.status}`),
      pairs: findings.map((one) => ({
        between: betweenOf(one),
        sentence: sentenceOf(one, words),
        because: words.say('report:why', { text: becauseOf(one, words) }),
        claims: claimsOf(one, input.observations, words),
        whatIf: one.whatIf === undefined ? null : whatIfWords(one.whatIf, words),
      })),
      steps: stepsOf(first, words),
    },
  ];
};

/** Everything the report says, in the language of `words`. */
export const reportView = (input: ReportInput, words: Words): ReportView => {
  const { site, diagnosis, observations } = input;
  const withStatus = (status: Finding['status']) => diagnosis.findings.filter((one) => one.status === status);
  return {
    serviceRequest: site.case ?? '',
    site: input.caseName,
    made: minuteOf(input.at),
    naming: words.say(input.pseudonyms === null ? 'report:withNames' : 'report:pseudonymised'),
    verdict: verdictOf(input, words),
    timeToLoss: timeToLossWords(timeToLoss(site, input.answers, observations), words),
    enabling: enablingWords(enablingOf(site, input.answers, observations, diagnosis.findings), words),
    causes: rootsOf(input).flatMap((group) => causeOf(group, input, words)),
    follows: rowsOf(consequencesIn(diagnosis), words),
    over: rowsOf(
      diagnosis.findings.filter((one) => one.history),
      words,
    ),
    ruledOut: rowsOf(
      withStatus('ruled-out').filter((one) => !one.history),
      words,
    ),
    notChecked: rowsOf(withStatus('not-checked'), words),
    footprint: footprintRows(input.footprint, words),
    environment: environmentOf(site.appliances, observations, words),
    symptoms: input.answers.symptoms.length > 0 ? input.answers.symptoms : site.symptoms,
    notes: input.notes.trim(),
  };
};
