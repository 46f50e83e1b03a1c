import type { Diagnosis, Finding, FindingEvidence, Observation } from '../../main/core/model';
import { choose, showInspector } from './ui';

/** One finding of a diagnosis: a code stands once for each pair and flow. */
export const findingKey = (finding: Finding): string =>
  `${finding.code} ${finding.flow} ${finding.appliances.join(' ')}`;

const loudest = (diagnosis: Diagnosis): Finding | null =>
  diagnosis.findings.find((one) => one.code === diagnosis.primary[0] && one.status === 'confirmed') ??
  diagnosis.findings.find((one) => diagnosis.primary.includes(one.code)) ??
  diagnosis.findings.find((one) => one.status === 'suspected') ??
  null;

/** The finding that the inspector is about: the chosen one, else the first root cause. */
export const selectedFinding = (diagnosis: Diagnosis, key: string | null): Finding | null =>
  diagnosis.findings.find((one) => findingKey(one) === key) ?? loudest(diagnosis);

export const selectFinding = (finding: Finding, evidence = 0): void => {
  choose('finding', findingKey(finding));
  choose('observation', null);
  choose('evidence', String(evidence));
  showInspector();
};

/** What a check saw, shown for its own sake: under a healthy verdict there is no finding to ask for proof. */
export const selectObservation = (observation: Observation): void => {
  choose('observation', observation.id);
  choose('evidence', '0');
  showInspector();
};

export const piecesOf = (observation: Observation): FindingEvidence[] =>
  observation.quotes.map(({ source, quote, sha256 }) => ({
    observation: observation.id,
    vantage: observation.vantage,
    source,
    quote,
    sha256,
  }));
