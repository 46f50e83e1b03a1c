import { flowsOf, initiatorOf, pairsOf, responderOf } from '../checks';
import type { Answers, Observation, Site } from '../model';
import type { Situation } from './cause';

/** One situation for each pair and each flow that the direction asks about. */
export const situationsOf = (
  site: Site,
  answers: Answers,
  observations: readonly Observation[],
): readonly Situation[] =>
  pairsOf(site).flatMap((pair) =>
    flowsOf(answers.direction).map((flow) => ({
      site,
      answers,
      flow,
      esa: pair.esa,
      sma: pair.sma,
      initiator: initiatorOf(pair, flow),
      responder: responderOf(pair, flow),
      observations,
    })),
  );
