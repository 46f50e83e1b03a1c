import { useId } from 'react';
import type { Problem } from '../../../main/core/model';
import type { CaseView } from '../../../preload/contract';
import { changeAnswers } from '../../actions/answers';
import { minutes } from '../../texts/figures';
import { useWords } from '../../texts/use-words';

/** Quick and full side by side, each with what it takes; going from quick to full asks nothing twice in one run. */
export const Ways = ({
  view,
  onChange,
}: {
  view: CaseView;
  onChange: (change: () => Promise<Problem | null>) => void;
}) => {
  const words = useWords();
  const name = useId();
  const chosen = view.answers.quick === true ? 'quick' : 'full';
  return (
    <fieldset className="ways">
      <legend className="only-heard">{words.say('plan.ways')}</legend>
      {(['quick', 'full'] as const).map((way) => (
        <label key={way} className="way selectable">
          <input
            type="radio"
            className="radio"
            name={name}
            checked={way === chosen}
            onChange={() => onChange(() => changeAnswers({ quick: way === 'quick' }))}
          />
          <span className="way-words">
            <span className="way-head">
              <strong>{words.say(`plan.way_${way}`)}</strong>
              <span className="text2 figures">
                {words.say('plan.wayTakes', {
                  checks: words.say('plan.checks', { count: view.ways[way].checks }),
                  time: minutes(view.ways[way].limitMs),
                  connections: words.say('plan.wayConnections', { count: view.ways[way].connections }),
                })}
              </span>
            </span>
            <span className="text2 small">{words.say(`plan.way_${way}Text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
};
