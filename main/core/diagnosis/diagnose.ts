import type { Answers, Diagnosis, Finding, Observation, Site } from '../model';
import { stillCarries } from './carries';
import type { CauseDefinition, Situation } from './cause';
import { causes } from './causes';
import { bringsSymptoms, differential, isPresent, type Judged, primaryOf, rootsOf } from './differential';
import { findingOf } from './finding-of';
import { judgeWithPast } from './history';
import { situationsOf } from './situations';

const applies = (cause: CauseDefinition, situation: Situation): boolean =>
  cause.flows.includes(situation.flow) &&
  (situation.answers.direction !== 'enable-disabled' || cause.whenEnabling) &&
  (cause.arises?.(situation) ?? true);

const judgeAll = (situation: Situation): readonly Judged[] =>
  differential(
    causes
      .filter((cause) => applies(cause, situation))
      .map((cause) => ({ cause, finding: findingOf(cause, situation, judgeWithPast(cause, situation)) })),
  );

/**
 * Healthy needs positive evidence: a message carried through for each pair in each direction asked, and nothing newer
 * that speaks against it (tie-break 8).
 */
const carriedEverywhere = (situations: readonly Situation[]): boolean =>
  situations.length > 0 && situations.every((one) => stillCarries(one) !== null);

/** What is only worth knowing (severity `info`: a timer released a message, a log is missing) is told, and is no fault. */
const isFault = ({ finding }: Judged): boolean => finding.severity !== 'info';

/** A run that was stopped did not ask everything: what it saw may be a fault, never health. */
const verdictOf = (
  primary: readonly string[],
  situations: readonly Situation[],
  observations: readonly Observation[],
): Diagnosis['verdict'] => {
  if (primary.length > 0) return 'fault';
  const stopped = observations.some((one) => one.outcome === 'cancelled');
  return !stopped && carriedEverywhere(situations) ? 'healthy' : 'inconclusive';
};

const ORDER: readonly Finding['status'][] = ['confirmed', 'suspected', 'ruled-out', 'not-checked'];

/** A queue belongs to its initiator; nobody said on which ESA the button is grey, and in a cluster it is on all. */
const isShared = ({ cause }: Judged, here: Situation, there: Situation | undefined): boolean =>
  there?.flow === here.flow && (there.initiator.name === here.initiator.name || cause.code === 'enable-button-greyed');

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
      const [upstream] = judged
        .flatMap((other, at) =>
          here !== undefined && isShared(one, here, situations[at]) ? rootsOf(other).filter(bringsSymptoms) : [],
        )
        .sort((a, b) => ORDER.indexOf(a.finding.status) - ORDER.indexOf(b.finding.status));
      return upstream === undefined ? one : { ...one, finding: { ...one.finding, consequenceOf: upstream.cause.code } };
    }),
  );

/**
 * From observations to the differential: every cause of the catalogue that applies appears once per pair and flow,
 * roots first. The verdict `healthy` stands only on positive evidence; what is missing makes it `inconclusive`.
 */
export const diagnose = (site: Site, answers: Answers, observations: readonly Observation[]): Diagnosis => {
  const situations = situationsOf(site, answers, observations);
  const judged = foldedAcross(situations.map(judgeAll), situations);
  const roots = judged.flatMap((one) => [...rootsOf(one)]);
  const primary = primaryOf(roots.filter(isFault));
  const isRoot = new Set(roots.map((one) => one.finding));
  const findings = judged.flat().map((one) => one.finding);
  findings.sort(
    (a, b) => Number(isRoot.has(b)) - Number(isRoot.has(a)) || ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  return { verdict: verdictOf(primary, situations, observations), primary, findings };
};
