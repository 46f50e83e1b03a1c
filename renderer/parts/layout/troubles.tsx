import type { CaseView } from '../../../preload/contract';
import { problemInLine, problemText } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { Glyph } from '../status/glyph';

/** What the engineer must know of the case on the disk, whatever he looks at. What is unsaved stands in the rail. */
export const Troubles = ({ view }: { view: CaseView }) => {
  const words = useWords();
  const { unkept, recovered } = view.troubles;
  const texts = [
    ...(recovered === null ? [] : [`${problemText(recovered, words)}.`]),
    ...(unkept === null ? [] : [words.say('unkept', { reason: problemInLine(unkept, words) })]),
  ];
  if (texts.length === 0) return null;
  return (
    <div className="troubles">
      {texts.map((text) => (
        <div key={text} className="problem" role="alert">
          <Glyph name="cross" tone="bad" />
          <p className="wrap">{text}</p>
        </div>
      ))}
    </div>
  );
};
