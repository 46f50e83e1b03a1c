import { finishedRun, isInterrupted } from '../cases';
import type { CaseRecord } from '../core/model';
import { type RunOutcome, stillPresent } from '../run';

/**
 * The record with which a run begins. An interrupted run is taken up where `goesOn` asks for it and something of what it
 * saw is still present; else everything is asked anew. What earlier runs left on the appliances stays in the ledger.
 */
export const begunRun = (record: CaseRecord, goesOn: boolean, now: Date): CaseRecord => {
  const { site, run } = record;
  const seen = goesOn && isInterrupted(record) ? stillPresent(record.observations, run?.site ?? null, site, now) : [];
  if (seen.length > 0 && run !== null) return { ...record, observations: seen, run: { ...run, site } };
  const begun = { startedAt: now.toISOString(), endedAt: null, site };
  return { ...record, observations: [], run: begun, before: finishedRun(record) };
};

/** The record with which it ends. One that the end of the app cut off (`cut`) has not ended: it can be taken up again. */
export const endedRun = (record: CaseRecord, outcome: RunOutcome, cut: boolean, now: Date): CaseRecord => {
  const endedAt = now.toISOString();
  return {
    ...record,
    observations: outcome.observations.filter((one) => !cut || one.outcome !== 'cancelled'),
    run: cut ? record.run : { startedAt: record.run?.startedAt ?? endedAt, endedAt },
  };
};
