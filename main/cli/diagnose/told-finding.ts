import type { Diagnosis, DiagnosisDocument, Finding } from '../../core/model';

/** A finding with the words put to it. */
export interface ToldFinding {
  readonly finding: Finding;
  readonly words: DiagnosisDocument['findings'][number];
}

/** The findings of a diagnosis beside those of its document, which stand in the same order. */
export const toldFindings = (diagnosis: Diagnosis, document: DiagnosisDocument): ToldFinding[] =>
  diagnosis.findings.flatMap((finding, index) => {
    const words = document.findings[index];
    return words === undefined ? [] : [{ finding, words }];
  });

/** It is so now. */
export const isPresent = ({ finding }: ToldFinding): boolean =>
  !finding.history && (finding.status === 'confirmed' || finding.status === 'suspected');

/** A cause of its own, as `primary` names it. */
export const isRoot = (one: ToldFinding, primary: readonly string[]): boolean =>
  isPresent(one) && one.finding.consequenceOf === null && primary.includes(one.finding.code);

/** The way of the mail: `esa1 > sma1`. */
export const pathOf = ({ flow, appliances }: Finding): string =>
  (flow === 'esa-to-sma' ? appliances : [...appliances].reverse()).join(' > ');
