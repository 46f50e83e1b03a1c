import type { CaseRecord } from '../core/model';

/**
 * What the last run that came to its end saw, for the case that is about to be asked again: the run of this record, or,
 * where that one was cut off or saw nothing, the one before it.
 */
export const finishedRun = (record: CaseRecord): CaseRecord['before'] => {
  const { run, site, answers, observations, before } = record;
  if (run === null || run.endedAt === null || observations.length === 0) return before;
  return { site, answers, observations, startedAt: run.startedAt, endedAt: run.endedAt };
};
