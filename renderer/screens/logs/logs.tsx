import type { CaseView } from '../../../preload/contract';
import { CollectCard } from '../../parts/collect/collect-card';
import { MaterialDrop } from '../../parts/drop/material-drop';
import { MaterialList } from '../../parts/drop/material-list';
import { useWords } from '../../texts/use-words';
import { QuestionScreen } from '../question/question';

const OPTIONS = ['appliances', 'files', 'none', 'unknown'] as const;

/** Where the mail logs come from, and what was given so far. */
export const LogsScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  return (
    <QuestionScreen view={view} question="logs" options={OPTIONS}>
      <MaterialDrop view={view} />
      <CollectCard view={view} />
      <section>
        <h2>{words.say('logs.given')}</h2>
        {view.materials.length === 0 ? (
          <p className="text2">{words.say('logs.noneGiven')}</p>
        ) : (
          <MaterialList materials={view.materials} />
        )}
      </section>
    </QuestionScreen>
  );
};
