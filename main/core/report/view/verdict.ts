import type { Finding } from '../../model';
import { remedyTextOf, sentenceOf, type Words } from '../../texts';
import type { ReportInput } from '../input';
import { checkText, isPresent } from './rows';

export interface VerdictView {
  readonly tone: 'bad' | 'ok' | 'open';
  /** Fault, confirmed. */
  readonly label: string;
  readonly sentences: readonly string[];
  readonly facts: string;
  readonly repair: string | null;
}

/** The findings that make one cause of the verdict: all pairs and ways it holds for. */
export const rootsOf = ({ diagnosis }: ReportInput): Finding[][] =>
  diagnosis.primary.map((code) =>
    diagnosis.findings.filter((one) => one.code === code && isPresent(one) && one.consequenceOf === null),
  );

const factsOf = (findings: readonly Finding[], words: Words): string => {
  const evidence = findings.flatMap((one) => one.evidence);
  return words.say('report:facts', {
    evidence: words.say('app:findings.evidenceCount', { count: evidence.length }),
    vantages: words.say('app:findings.vantages', { count: new Set(evidence.map((one) => one.vantage)).size }),
  });
};

const repairOf = (findings: readonly Finding[], words: Words): string | null => {
  for (const one of findings) {
    const step = one.remedy.find(({ effect }) => effect === 'changes');
    if (step !== undefined) return remedyTextOf(one.code, step, words);
  }
  return null;
};

const faultOf = (roots: readonly Finding[][], words: Words): VerdictView => {
  const firsts = roots.flatMap((group) => group.slice(0, 1));
  const suspected = firsts.every((one) => one.status === 'suspected');
  const all = roots.flat();
  return {
    tone: 'bad',
    label: words.say(suspected ? 'report:verdict.suspected' : 'report:verdict.fault', { count: roots.length }),
    sentences: firsts.map((one) => sentenceOf(one, words)),
    facts: factsOf(all, words),
    repair: repairOf(all, words),
  };
};

/** The verdict in the words of the case; for an open one, what would settle it. */
export const verdictOf = (input: ReportInput, words: Words): VerdictView => {
  const { verdict, findings } = input.diagnosis;
  if (verdict === 'fault') return faultOf(rootsOf(input), words);
  const plain = { label: words.say(`app:status.${verdict}`), repair: null };
  if (verdict === 'healthy')
    return {
      ...plain,
      tone: 'ok',
      sentences: [words.say('report:verdict.healthy')],
      facts: words.say('app:findings.healthySays'),
    };
  const asks = [...new Set(findings.flatMap((one) => one.ask.slice(0, 1)))].slice(0, 3);
  const settle = asks.map((id) => checkText(id, words)).join(', ');
  return {
    ...plain,
    tone: 'open',
    sentences: [words.say('report:verdict.inconclusive')],
    facts: asks.length === 0 ? '' : words.say('report:verdict.settle', { checks: settle }),
  };
};
