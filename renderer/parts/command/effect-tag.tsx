import type { Effect } from '../../../main/core/model';
import { useWords } from '../../texts/use-words';
import { Icon } from '../icon/icon';
import './command.css';

/** `reads` is outlined with an eye, `changes` is solid ink with a pencil. */
export const EffectTag = ({ effect }: { effect: Effect }) => {
  const words = useWords();
  return (
    <span className={`effect ${effect}`}>
      <Icon name={effect === 'reads' ? 'eye' : 'pencil'} size={13} />
      {words.say(effect)}
    </span>
  );
};
