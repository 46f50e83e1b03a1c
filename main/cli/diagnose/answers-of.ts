import { checks } from '../../core/checks';
import type { Answers, Site } from '../../core/model';
import { type Problem, problem } from '../../core/model';

/** The answers that a profile and the command line give; everything not said is "not sure". */
export const answersOf = (site: Site, only: readonly string[]): Answers => ({
  direction: site.direction,
  cluster: site.cluster,
  tls: 'unknown',
  logs: 'unknown',
  symptoms: site.symptoms,
  only: [...only],
  leftOut: [],
});

/** Check ids of `--only` that do not exist. */
export const unknownChecks = (only: readonly string[]): Problem[] =>
  only
    .filter((id) => !checks.some((one) => one.id === id))
    .map((id) => problem('check-not-known', id, { known: checks.map((one) => one.id).join(', ') }));
