import type { Answers, Diagnosis, Finding, Observation, Site } from '../model';
import type { CauseDefinition, Situation } from './cause';
import { causes } from './causes';
import { differential, isPresent, type Judged, primaryOf, rootsOf } from './differential';
import { findingOf } from './finding-of';
import { successesIn } from './signs';
import { situationsOf } from './situations';

const applies = (cause: CauseDefinition, { flow, answers }: Situation): boolean =>
  cause.flows.includes(flow) &&
  (answers.direction !== 'enable-disabled' || cause.whenEnabling) &&
  (cause.code !== 'enable-button-greyed' || answers.direction === 'enable-disabled');

const judgeAll = (situation: Situation): readonly Judged[] =>
  differential(
    causes
      .filter((cause) => applies(cause, situation))
      .map((cause) => ({ cause, finding: findingOf(cause, situation, cause.judge(situation)) })),
  );

/** Healthy needs positive evidence: a message carried through, for each pair in each direction asked (tie-break 8). */
const carriedEverywhere = (situations: readonly Situation[]): boolean =>
  situations.length > 0 && situations.every((one) => successesIn(one).length > 0);

const verdictOf = (primary: readonly string[], situations: readonly Situation[]): Diagnosis['verdict'] => {
  if (primary.length > 0) return 'fault';
  return carriedEverywhere(situations) ? 'healthy' : 'inconclusive';
};

/**
 * The queue of a pseudo destination is one for all pairs of its initiator: a backlog seen for one pair follows from what
 * is wrong with another.
 */
const foldedAcross = (
  judged: readonly (readonly Judged[])[],
  situations: readonly Situation[],
): readonly (readonly Judged[])[] =>
  judged.map((pair, index) =>
    pair.map((one) => {
      if (!one.cause.symptomOnly || one.finding.consequenceOf !== null || !isPresent(one)) return one;
      const here = situations[index];
      const upstream = judged.flatMap((other, at) =>
        situations[at]?.flow === here?.flow && situations[at]?.initiator.name === here?.initiator.name
          ? other.filter((two) => isPresent(two) && !two.cause.symptomOnly && two.finding.consequenceOf === null)
          : [],
      )[0];
      return upstream === undefined ? one : { ...one, finding: { ...one.finding, consequenceOf: upstream.cause.code } };
    }),
  );

const ORDER: readonly Finding['status'][] = ['confirmed', 'suspected', 'ruled-out', 'not-checked'];

/**
 * From observations to the differential: every cause of the catalogue that applies appears once per pair and flow,
 * roots first. The verdict `healthy` stands only on positive evidence; what is missing makes it `inconclusive`.
 */
export const diagnose = (site: Site, answers: Answers, observations: readonly Observation[]): Diagnosis => {
  const situations = situationsOf(site, answers, observations);
  const judged = foldedAcross(situations.map(judgeAll), situations);
  const roots = judged.flatMap((one) => [...rootsOf(one)]);
  const primary = primaryOf(roots);
  const isRoot = new Set(roots.map((one) => one.finding));
  const findings = judged.flat().map((one) => one.finding);
  findings.sort(
    (a, b) => Number(isRoot.has(b)) - Number(isRoot.has(a)) || ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  return { verdict: verdictOf(primary, situations), primary, findings };
};
