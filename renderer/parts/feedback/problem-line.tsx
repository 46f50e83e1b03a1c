import type { Problem } from '../../../main/core/model';
import { problemText } from '../../texts/codes';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { Glyph } from '../status/glyph';
import './feedback.css';

interface Props {
  problem: Problem | null;
  onRetry?: () => void;
}

/** What went wrong, in place: what, where, and a way on. Nothing when all is well. */
export const ProblemLine = ({ problem, onRetry }: Props) => {
  const words = useWords();
  if (problem === null) return null;
  const text = problemText(problem, words);
  const place = problem.where !== null && !text.includes(problem.where) ? problem.where : null;
  return (
    <div className="problem" role="alert">
      <Glyph name="cross" tone="bad" />
      <p className="wrap">
        {text}
        {place === null ? null : <code className="wrap text2"> {place}</code>}
      </p>
      {onRetry === undefined ? null : (
        <Button small onPress={onRetry}>
          {words.say('tryAgain')}
        </Button>
      )}
    </div>
  );
};
