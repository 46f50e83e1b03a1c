import { diagnose } from '../core/diagnosis';
import { CaseRecord, type DiagnosisDocument, type Finding } from '../core/model';

/** The redacted record of the case: what a reader needs to make the findings again. */
export const CASE = 'case.json';

/** The name of a case inside a bundle says nothing of the laptop it came from. */
const ID = 'from-bundle';

export const caseText = (record: CaseRecord): string => `${JSON.stringify({ ...record, id: ID })}\n`;

/** The record in a bundle, or null where the text is none. */
export const caseIn = (text: string): CaseRecord | null => {
  try {
    return CaseRecord.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};

type Written = DiagnosisDocument['findings'][number];

/** What a finding claims, without the sentences that depend on the language. */
const claimOf = (one: Omit<Written, 'title' | 'because' | 'remedy'>): string =>
  JSON.stringify([
    ...[one.code, one.status, one.severity, one.direction, one.appliances, one.consequenceOf, one.history, one.ask],
    [...one.evidence, ...one.against].map(({ source, quote, vantage }) => [source, quote, vantage]),
  ]);

const derivedFrom = ({ flow, ...rest }: Finding): string => claimOf({ ...rest, direction: flow });

/**
 * The codes of findings that do not follow from the observations in the bundle: written and not derived, or derived and
 * not written. `verdict` stands for another verdict or other primary causes.
 */
export const notDerived = ({ site, answers, observations }: CaseRecord, document: DiagnosisDocument): string[] => {
  const { verdict, primary, findings } = diagnose(site, answers, observations);
  const derived = new Map(findings.map((one) => [derivedFrom(one), one.code]));
  const written = new Map(document.findings.map((one) => [claimOf(one), one.code]));
  const lone = [
    ...[...written].filter(([claim]) => !derived.has(claim)),
    ...[...derived].filter(([claim]) => !written.has(claim)),
  ].map(([, code]) => code);
  const sameVerdict = verdict === document.verdict && primary.join() === document.primary.join();
  return [...new Set(sameVerdict ? lone : ['verdict', ...lone])];
};
