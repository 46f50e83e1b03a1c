import type { Drawing } from '../../../main/core/model';
import { CONNECTIONS, type Connection, wiresOf, worstOf } from '../../../main/core/report/drawing';
import { useWords } from '../../texts/use-words';
import { Icon } from '../icon/icon';
import { Glyph } from '../status/glyph';
import { LOOKS, type StatusName } from '../status/looks';

const LOOK: Readonly<Record<string, StatusName>> = {
  ok: 'passed',
  broken: 'failed',
  degraded: 'suspected',
  checking: 'running',
};

interface Props {
  drawing: Drawing;
  chosen: Connection;
  onChoose: (connection: Connection) => void;
}

const Choice = ({ drawing, connection, chosen, onChoose }: Props & { connection: Connection }) => {
  const words = useWords();
  const wires = wiresOf(drawing, connection);
  const ok = wires.filter((wire) => wire.state === 'ok').length;
  const look = LOOKS[LOOK[worstOf(wires)?.state ?? ''] ?? 'not-checked'];
  return (
    <button type="button" className="segment" aria-pressed={chosen === connection} onClick={() => onChoose(connection)}>
      <Icon name={connection === 'quarantine' ? 'forward' : 'back'} size={13} />
      {words.say(`drawing.wire.${connection}.short`)}
      <Glyph name={look.glyph} tone={look.tone} size={13} />
      <span className="figures">
        {ok}/{wires.length}
      </span>
    </button>
  );
};

/** Which connection the fan shows; the counts say how many machines pass. */
export const ConnectionSwitch = (props: Props) => {
  const words = useWords();
  return (
    <fieldset className="segments" aria-label={words.say('drawing.switch')}>
      {CONNECTIONS.map((connection) => (
        <Choice key={connection} {...props} connection={connection} />
      ))}
    </fieldset>
  );
};
