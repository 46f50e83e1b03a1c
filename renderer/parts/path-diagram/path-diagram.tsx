import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Drawing, Role } from '../../../main/core/model';
import { CONNECTIONS, type Connection, layoutDrawing, only, worstConnection } from '../../../main/core/report/drawing';
import { useWidth } from '../../hooks/use-width';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import { ConnectionSwitch } from './connection-switch';
import { Drawn } from './drawn';
import { Ghosts } from './ghosts';
import { Spots } from './spots';
import './path-diagram.css';

interface Props {
  drawing: Drawing;
  /** Enter or a click on a wire. */
  onWire?: (id: string) => void;
  /** Offered in the box of a device that the site does not have yet. */
  onAdd?: (role: Role) => void;
}

/** The path of the case: three wires for one ESA, a fan of one connection for several; Enter on a machine opens its own. */
export const PathDiagram = ({ drawing, onWire, onAdd }: Props) => {
  const words = useWords();
  const [frame, width] = useWidth(720);
  const [chosen, setChosen] = useState<Connection | null>(null);
  const [esa, setEsa] = useState<string | null>(null);
  const opened = esa !== null && drawing.esas.some((device) => device.name === esa) ? esa : null;
  const fan = drawing.esas.length > 1 && opened === null;
  const connection = chosen ?? worstConnection(drawing);
  const shown = useMemo(() => (opened === null ? drawing : only(drawing, opened)), [drawing, opened]);
  const layout = useMemo(() => layoutDrawing(shown, { width, words, connection }), [shown, width, words, connection]);
  const wireAt = (id: string) => {
    const wire = drawing.wires.find((one) => one.id === id);
    if (fan && wire !== undefined) setEsa(wire.flow === 'esa-to-sma' ? wire.from.appliance : wire.to.appliance);
    onWire?.(id);
  };
  const keyed = (event: KeyboardEvent) => {
    const connectionAt = CONNECTIONS[Number(event.key) - 1];
    if (event.key === 'Escape' && opened !== null) setEsa(null);
    else if (fan && connectionAt !== undefined) setChosen(connectionAt);
    else return;
    event.stopPropagation();
  };
  return (
    <div className="path-diagram" ref={frame}>
      {fan ? <ConnectionSwitch drawing={drawing} chosen={connection} onChoose={setChosen} /> : null}
      {opened === null ? null : (
        <Button kind="quiet" small icon="back" onPress={() => setEsa(null)}>
          {words.say('drawing.back')}
        </Button>
      )}
      <fieldset className="drawing" aria-label={layout.name} onKeyDown={keyed}>
        <Drawn layout={layout} />
        <Spots spots={layout.spots} onOpen={wireAt} />
        {onAdd === undefined ? null : <Ghosts ghosts={layout.ghosts} onAdd={onAdd} />}
      </fieldset>
    </div>
  );
};
