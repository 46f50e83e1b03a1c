import { type Agreement, negotiate, type Responder, sharedSuites } from './agree';
import { isAnonymous } from './anonymous';

/** The repair on paper: what both ends agree on before and after it, and what else it takes away. */
export interface PaperRepair {
  readonly before: Agreement;
  readonly after: Agreement;
  /** Suites in common that the repair leaves, in the initiator's order; empty: the two can no longer talk. */
  readonly left: readonly string[];
  /** Suites in common that the repair takes away: all of them anonymous. */
  readonly lost: readonly string[];
}

/**
 * What taking the anonymous suites out of the initiator's list does to its connections with this responder. The suites
 * are those that the list really gives, read or expanded.
 */
export const paperRepair = (suites: readonly string[], responder: Responder): PaperRepair => {
  const repaired = suites.filter((suite) => !isAnonymous(suite));
  const shared = sharedSuites(suites, responder);
  return {
    before: negotiate(suites, responder),
    after: negotiate(repaired, responder),
    left: shared.filter((suite) => !isAnonymous(suite)),
    lost: shared.filter(isAnonymous),
  };
};
