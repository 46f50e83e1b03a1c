import type { CaseView } from '../../../preload/contract';
import { problemInLine } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { Glyph } from '../status/glyph';

/** What the engineer must know of the case on the disk, whatever he looks at. What is unsaved stands in the rail. */
export const Troubles = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { unkept } = view.troubles;
  if (unkept === null) return null;
  return (
    <div className="problem" role="alert">
      <Glyph name="cross" tone="bad" />
      <p className="wrap">{words.say('unkept', { reason: problemInLine(unkept, words) })}</p>
    </div>
  );
};
