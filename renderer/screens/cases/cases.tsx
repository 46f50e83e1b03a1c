import { useEffect, useState } from 'react';
import { createCase, listCases, listScenarios } from '../../actions/cases';
import { useDoing } from '../../hooks/use-doing';
import { useKeys } from '../../hooks/use-keys';
import { Loading } from '../../parts/feedback/loading';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { TitleBar } from '../../parts/layout/title-bar';
import { useMirror } from '../../stores/mirror';
import { useWords } from '../../texts/use-words';
import { CaseBrowser } from './case-browser';
import { Welcome } from './welcome';
import './cases.css';

/** The window without a case: the list, or the welcome of the first run and the practice lab. */
export const Cases = () => {
  const words = useWords();
  const cases = useMirror((mirror) => mirror.cases);
  const unreadable = useMirror((mirror) => mirror.casesProblem);
  const notOpened = useMirror((mirror) => mirror.viewProblem);
  const [lab, setLab] = useState(false);
  const doing = useDoing();
  useEffect(() => {
    void listCases();
    void listScenarios();
  }, []);
  const create = () => void doing.run(() => createCase(''));
  useKeys({ n: create, ...(lab ? { Escape: () => setLab(false) } : {}) });
  const problem = doing.problem ?? unreadable ?? notOpened;
  return (
    <div className="window">
      <TitleBar />
      <div className="cases-body">
        {problem === null ? null : <ProblemLine problem={problem} onRetry={() => void listCases()} />}
        {cases === null ? (
          <main className="welcome">
            <Loading text={words.say('cases.reading')} />
          </main>
        ) : cases.length === 0 || lab ? (
          <Welcome onCreate={create} onBack={lab && cases.length > 0 ? () => setLab(false) : null} />
        ) : (
          <CaseBrowser cases={cases} onCreate={create} onLab={() => setLab(true)} />
        )}
      </div>
    </div>
  );
};
