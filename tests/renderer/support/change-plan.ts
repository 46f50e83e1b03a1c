import type { ChangePlanDocument, Language } from '../../../main/core/model';
import { changePlanDocument } from '../../../main/core/report';
import { catalogues, wordsIn } from '../../../main/core/texts';
import type { CaseView } from '../../../preload/contract';
import { observations, answers as seenAnswers, site } from '../../core/report/report-case';

const record = {
  schema: 'cpq-doctor/case/1' as const,
  id: 'planned',
  name: 'Example Bank, Lyon',
  createdAt: '2026-11-24T00:00:00.000Z',
  changedAt: '2026-11-24T00:00:00.000Z',
  site,
  answers: seenAnswers,
  observations: [...observations],
  footprint: [],
  notes: '',
  lab: null,
  run: null,
};

/** The plan of a small case with one confirmed cause; for a case without a fault the plan of nothing. */
export const planFor = (
  view: CaseView | undefined,
  causes: readonly string[],
  language: Language,
): ChangePlanDocument => {
  const seen = view?.diagnosis.verdict === 'fault' ? record : { ...record, observations: [] };
  return changePlanDocument(seen, causes, wordsIn(language, catalogues[language]));
};
