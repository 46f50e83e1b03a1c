import type { Effect } from '../../../main/core/model';
import { useCopy } from '../../hooks/use-copy';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { EffectTag } from './effect-tag';
import './command.css';

/** A command to be carried away. One that changes has a hatched edge, and its copy button says so. */
export const CommandBlock = ({ command, effect }: { command: string; effect: Effect }) => {
  const words = useWords();
  const { copied, copy } = useCopy();
  return (
    <div className={`command ${effect}`}>
      <code className="command-words wrap">{command}</code>
      <EffectTag effect={effect} />
      <Button kind="quiet" small icon="copy" onPress={() => copy(command)}>
        {words.say('copy')}
      </Button>
      <p className="command-said small" role="status">
        {copied ? words.say(effect === 'changes' ? 'copiedChanges' : 'copied') : ''}
      </p>
    </div>
  );
};
