import type { Role } from '../../../main/core/model';
import type { Ghost } from '../../../main/core/report/drawing';
import { useWords } from '../../texts/use-words';
import { Icon } from '../icon/icon';

/** A button in the box of each device that is missing. */
export const Ghosts = ({ ghosts, onAdd }: { ghosts: readonly Ghost[]; onAdd: (role: Role) => void }) => {
  const words = useWords();
  return ghosts.map(({ role, x, y, width, height }) => (
    <button
      key={role}
      type="button"
      className="ghost"
      style={{ left: x, top: y, width, height }}
      onClick={() => onAdd(role)}
    >
      <Icon name="plus" size={20} />
      {words.say(role === 'esa' ? 'site.addEsa' : 'site.addSma')}
    </button>
  ));
};
