import { diagnose } from '../diagnosis';
import { compareDiagnoses } from '../diagnosis/compare';
import type { CaseRecord, ComparedFinding, Comparison, ComparisonDocument, Diagnosis } from '../model';
import { becauseOf, titleOf, type Words } from '../texts';

/** Two runs held against each other: the document, and what its exit code hangs on. */
export interface ComparedCases {
  readonly document: ComparisonDocument;
  readonly comparison: Comparison;
}

type Told = ComparisonDocument['fixed'][number];

const runOf = ({ site, name, run }: CaseRecord, { verdict, primary }: Diagnosis): ComparisonDocument['before'] => ({
  case: site.case,
  name,
  startedAt: run?.startedAt ?? null,
  verdict,
  primary,
});

const isSame = (row: ComparedFinding) => (finding: Diagnosis['findings'][number]) =>
  finding.code === row.code && finding.flow === row.direction && finding.appliances.join() === row.appliances.join();

/** The sentence of the run that saw it last; for what is gone, of the run that says so. */
const toldWith = (row: ComparedFinding, before: Diagnosis, after: Diagnosis, words: Words): Told => {
  const finding = after.findings.find(isSame(row)) ?? before.findings.find(isSame(row));
  return { ...row, title: titleOf(row.code, words), because: finding === undefined ? '' : becauseOf(finding, words) };
};

/** The document of `compare --json`; both cases are diagnosed anew from their observations. */
export const comparisonOf = (earlier: CaseRecord, later: CaseRecord, words: Words): ComparedCases => {
  const before = diagnose(earlier.site, earlier.answers, earlier.observations);
  const after = diagnose(later.site, later.answers, later.observations);
  const comparison = compareDiagnoses(before, after);
  const told = (rows: readonly ComparedFinding[]) => rows.map((row) => toldWith(row, before, after, words));
  return {
    comparison,
    document: {
      schema: 'cpq-doctor/comparison/1',
      before: runOf(earlier, before),
      after: runOf(later, after),
      fixed: told(comparison.fixed),
      new: told(comparison.new),
      same: told(comparison.same),
      notCompared: told(comparison.notCompared),
      unchecked: comparison.unchecked,
    },
  };
};
