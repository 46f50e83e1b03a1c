import type { CaseView } from '../../preload/contract';
import { diagnose } from '../core/diagnosis';
import { compareDiagnoses } from '../core/diagnosis/compare';
import type { CaseRecord, Diagnosis, Plan } from '../core/model';
import { collect, planOf } from '../core/plan';
import { drawingOf } from '../core/report/drawing/from-case';

export type AskedNow = CaseView['run']['asking'][number];

/** What main knows of an open case beside its record: none of it is on disk, and no secret is in it. */
export interface Beside {
  readonly serial: number;
  /** When what is on the disk was written, and what the disk refused. */
  readonly savedAt: string;
  readonly troubles: CaseView['troubles'];
  readonly running: boolean;
  readonly asking: readonly AskedNow[];
  readonly secretsHeld: readonly string[];
  readonly materials: CaseView['materials'];
  readonly bundles: CaseView['bundles'];
}

/** A run that has a start, no end, and nobody running it was interrupted: by a crash, or by the end of the app. */
const stateOf = ({ run }: CaseRecord, running: boolean): CaseView['run']['state'] => {
  if (running) return 'running';
  if (run === null) return 'not-started';
  return run.endedAt === null ? 'interrupted' : 'ended';
};

const totalOf = ({ steps, limitMs, cost }: Plan): CaseView['ways']['full'] => ({
  checks: steps.filter((one) => one.skip === null).length,
  limitMs,
  connections: cost.connections,
});

const waysOf = ({ site, answers }: CaseRecord): CaseView['ways'] => ({
  quick: totalOf(planOf(site, { ...answers, quick: true })),
  full: totalOf(planOf(site, { ...answers, quick: false })),
});

type Before = NonNullable<CaseRecord['before']>;

const judgedBefore = new WeakMap<Before, Diagnosis>();

/** The run before does not change, and views are made many times a second. */
const diagnosisBefore = (before: Before): Diagnosis => {
  const known = judgedBefore.get(before) ?? diagnose(before.site, before.answers, before.observations);
  judgedBefore.set(before, known);
  return known;
};

const sinceOf = (before: CaseRecord['before'], now: Diagnosis): CaseView['since'] => {
  if (before === undefined) return null;
  const then = diagnosisBefore(before);
  return { startedAt: before.startedAt, verdict: then.verdict, comparison: compareDiagnoses(then, now) };
};

/** The snapshot for the page: the record, and everything that follows from it, computed anew each time. */
export const viewOf = (record: CaseRecord, beside: Beside): CaseView => {
  const { id, name, site, answers, observations, footprint, notes, lab, run } = record;
  const diagnosis = diagnose(site, answers, observations);
  const asking = [...beside.asking];
  const drawing = drawingOf({ site, answers, diagnosis, observations, asking: asking.map((one) => one.step) });
  const state = stateOf(record, beside.running);
  return {
    serial: beside.serial,
    id,
    name,
    site,
    answers,
    plan: planOf(site, answers),
    ways: waysOf(record),
    run: { state, startedAt: run?.startedAt ?? null, endedAt: run?.endedAt ?? null, asking },
    observations,
    footprint,
    diagnosis,
    since: state === 'ended' ? sinceOf(record.before, diagnosis) : null,
    drawing,
    notes,
    lab,
    savedAt: beside.savedAt,
    troubles: beside.troubles,
    secretsHeld: [...beside.secretsHeld],
    materials: beside.materials,
    bundles: beside.bundles,
    collections: collect(site, answers).map(({ commands, block, leftOut, ...rest }) => ({
      ...rest,
      commands: [...commands],
      block: [...block],
      leftOut: [...leftOut],
    })),
  };
};
