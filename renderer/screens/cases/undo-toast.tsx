import { useEffect, useState } from 'react';
import type { CaseLine } from '../../../preload/contract';
import { restoreCase } from '../../actions/cases';
import { Button } from '../../parts/button/button';
import { useWords } from '../../texts/use-words';
import { caseName } from './case-row';

const SECONDS = 10;

/** Ten seconds to take a deletion back. */
export const UndoToast = ({ line, onGone }: { line: CaseLine; onGone: () => void }) => {
  const words = useWords();
  const [left, setLeft] = useState(SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) onGone();
  }, [left, onGone]);
  const undo = async () => {
    await restoreCase(line.id);
    onGone();
  };
  return (
    <div className="toast" role="status">
      <span className="wrap">{words.say('cases.deleted', { name: caseName(line.name, words) })}</span>
      <Button kind="quiet" small icon="undo" onPress={() => void undo()}>
        {words.say('cases.undo')}
      </Button>
      <span className="figures" aria-hidden="true">
        {words.say('cases.seconds', { count: Math.max(left, 0) })}
      </span>
    </div>
  );
};
