import type { Answers, Problem } from '../../main/core/model';
import { bridge } from '../bridge';
import { useMirror } from '../stores/mirror';
import { mirrored } from './reply';

/** Saves a change to the answers of the open case; main answers with the new plan. */
export const changeAnswers = async (change: Partial<Answers>): Promise<Problem | null> => {
  const { view } = useMirror.getState();
  if (view === null) return null;
  return mirrored(bridge().answers.save({ id: view.id, answers: { ...view.answers, ...change } }));
};

export const saveNotes = (id: string, notes: string): Promise<Problem | null> =>
  mirrored(bridge().notes.save({ id, notes }));
