import { blankSite, type CaseRecord, openAnswers } from '../core/model';

/** A case in which nothing is known yet. */
export const blankCase = (id: string, name: string, now: string): CaseRecord => ({
  schema: 'cpq-doctor/case/1',
  id,
  name: name.slice(0, 200),
  createdAt: now,
  changedAt: now,
  site: blankSite(),
  answers: openAnswers(),
  observations: [],
  footprint: [],
  notes: '',
  lab: null,
  run: null,
});
