import type { CaseView } from '../../../preload/contract';
import { saveNotes } from '../../actions/answers';
import { useDoing } from '../../hooks/use-doing';
import { ProblemLine } from '../../parts/feedback/problem-line';
import { TextArea } from '../../parts/field/text-area';
import { CaseLayout, Screen, ScreenHead } from '../../parts/layout/case-layout';
import { useWords } from '../../texts/use-words';

/** Free words of the engineer; kept when the field is left. */
export const NotesScreen = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const doing = useDoing();
  return (
    <CaseLayout view={view}>
      <Screen>
        <ScreenHead title={words.say('notes.title')} lead={words.say('notes.lead')} />
        <ProblemLine problem={doing.problem} />
        <TextArea
          label={words.say('notes.label')}
          hideLabel
          value={view.notes}
          rows={18}
          onCommit={(notes) => void doing.run(() => saveNotes(view.id, notes))}
        />
      </Screen>
    </CaseLayout>
  );
};
