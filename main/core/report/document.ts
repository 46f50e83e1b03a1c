import { enablingOf, timeToLoss } from '../diagnosis';
import type { Answers, Diagnosis, DiagnosisDocument, Finding, FootprintEntry, Observation, Site } from '../model';
import { becauseOf, prerequisiteText, remedyTextOf, titleOf, type Words } from '../texts';

export interface DocumentInput {
  readonly site: Site;
  readonly answers: Answers;
  readonly diagnosis: Diagnosis;
  readonly observations: readonly Observation[];
  readonly footprint: readonly FootprintEntry[];
  readonly durationMs: number;
}

const findingInWords = (finding: Finding, words: Words): DiagnosisDocument['findings'][number] => ({
  code: finding.code,
  title: titleOf(finding.code, words),
  status: finding.status,
  severity: finding.severity,
  direction: finding.flow,
  appliances: finding.appliances,
  because: becauseOf(finding, words),
  consequenceOf: finding.consequenceOf,
  history: finding.history,
  evidence: finding.evidence,
  against: finding.against,
  ask: finding.ask,
  remedy: finding.remedy.map((step) => ({
    text: remedyTextOf(finding.code, step, words),
    where: words.say(`report:where.${step.where}`),
    command: step.command,
    effect: step.effect,
  })),
  ...(finding.whatIf === undefined ? {} : { whatIf: finding.whatIf }),
});

/** What we did, in words: `command:WORDS` names its command, every other key stands in the texts. */
export const doneInWords = (what: string, words: Words): string =>
  what.startsWith('command:')
    ? words.say('checks:did.command', { command: what.slice('command:'.length) })
    : words.say(`checks:did.${what}`);

const enablingInWords = (input: DocumentInput, words: Words): DiagnosisDocument['enabling'] =>
  enablingOf(input.site, input.answers, input.observations, input.diagnosis.findings).map((one) => ({
    ...one,
    items: one.items.map((item) => ({ ...item, text: prerequisiteText(item.key, words) })),
  }));

const footprintInWords = (entry: FootprintEntry, words: Words): FootprintEntry => ({
  ...entry,
  what: doneInWords(entry.what, words),
  leaves: words.say(`checks:leaves.${entry.leaves}`),
});

/** The document of `diagnose --json`: codes as they are, sentences in the language of `words`. */
export const diagnosisDocument = (input: DocumentInput, words: Words): DiagnosisDocument => ({
  schema: 'cpq-doctor/diagnosis/1',
  case: input.site.case,
  direction: input.answers.direction,
  cluster: input.answers.cluster,
  verdict: input.diagnosis.verdict,
  primary: input.diagnosis.primary,
  findings: input.diagnosis.findings.map((one) => findingInWords(one, words)),
  timeToLoss: [...timeToLoss(input.site, input.answers, input.observations)],
  ...(input.answers.direction === 'enable-disabled' ? { enabling: enablingInWords(input, words) } : {}),
  observations: [...input.observations],
  footprint: input.footprint.map((one) => footprintInWords(one, words)),
  durationMs: input.durationMs,
});
