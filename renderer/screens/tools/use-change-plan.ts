import { useEffect, useState } from 'react';
import type { ChangePlanDocument, Problem } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { readChangePlan, saveChangePlan } from '../../actions/change-plan';
import { useWords } from '../../texts/use-words';

/** The plan of the case as it is now, in the language of the window; read again when the diagnosis changes. */
export const useChangePlan = ({ id, diagnosis }: CaseView) => {
  const { language } = useWords();
  const [causes, choose] = useState<readonly string[]>([]);
  const [plan, setPlan] = useState<ChangePlanDocument | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ground = JSON.stringify([language, diagnosis.findings.map(({ code, status }) => [code, status])]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `ground` stands for the diagnosis and the language.
  useEffect(() => {
    let current = true;
    void readChangePlan(id, causes).then((reply) => {
      if (!current) return;
      setPlan(reply.ok ? reply.value : null);
      setProblem(reply.ok ? null : reply.problem);
    });
    return () => {
      current = false;
    };
  }, [id, causes, ground]);
  return { plan, problem, causes, choose };
};

interface Saved {
  readonly busy: boolean;
  readonly said: string | null;
  readonly problem: Problem | null;
}

/** Saving as text, with what became of it: where it lies, or why it does not. */
export const useSaving = (id: string, causes: readonly string[]): Saved & { save: () => void } => {
  const words = useWords();
  const [saved, setSaved] = useState<Saved>({ busy: false, said: null, problem: null });
  const save = async () => {
    setSaved({ busy: true, said: null, problem: null });
    const reply = await saveChangePlan(id, causes);
    if (!reply.ok) return setSaved({ busy: false, said: null, problem: reply.problem });
    const said = reply.value === null ? 'changePlan.closed' : 'changePlan.saved';
    return setSaved({ busy: false, said: words.say(said, { name: reply.value?.name ?? '' }), problem: null });
  };
  return { ...saved, save: () => void save() };
};
