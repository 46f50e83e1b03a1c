import type { Direction } from '../../../main/core/model';
import { KeyCap } from '../../parts/button/button';
import { Icon } from '../../parts/icon/icon';
import { useWords } from '../../texts/use-words';

interface Props {
  group: string;
  direction: Direction;
  number: number;
  chosen: boolean;
  onChoose: (direction: Direction) => void;
}

const WAYS: Record<Direction, readonly ('forward' | 'backward')[]> = {
  'esa-to-sma': ['forward'],
  both: ['forward', 'backward'],
  'sma-to-esa': ['backward'],
  'enable-disabled': ['forward'],
  unknown: [],
};

/** A wire from box to box; the arrow at the end that listens. */
const Wire = ({ way, dashed }: { way: 'forward' | 'backward'; dashed: boolean }) => (
  <span className={`direction-wire ${way} ${dashed ? 'dashed' : ''}`} aria-hidden="true">
    <span className={way === 'forward' ? 'end-plug' : 'end-socket'} />
    <span className="direction-line" />
    <span className={way === 'forward' ? 'end-socket' : 'end-plug'} />
  </span>
);

/** Where mail waits: a pile of envelopes in the box of that end. */
const Waits = ({ direction, side }: { direction: Direction; side: 'esa' | 'sma' }) => {
  const here = direction === 'both' || direction === (side === 'esa' ? 'esa-to-sma' : 'sma-to-esa');
  return <span className={`direction-end ${side}`}>{here ? <Icon name="envelope" size={20} /> : null}</span>;
};

/** One answer on its wire; choosing turns band and wire blue, never a status colour. */
export const DirectionAnswer = ({ group, direction, number, chosen, onChoose }: Props) => {
  const words = useWords();
  const ways = WAYS[direction];
  const onWire = ways.length > 0;
  return (
    <label className={`direction-answer ${onWire ? 'on-wire' : 'selectable'} ${chosen ? 'chosen' : ''}`}>
      <input
        type="radio"
        className={onWire ? 'only-heard' : 'radio'}
        name={group}
        checked={chosen}
        onChange={() => onChoose(direction)}
      />
      {onWire ? <Waits direction={direction} side="esa" /> : null}
      <span className="direction-band">
        <span className="direction-words">
          {onWire ? <span className="direction-dot" aria-hidden="true" /> : null}
          <strong>{words.say(`direction.${direction}.title`)}</strong>
          <KeyCap>{number}</KeyCap>
        </span>
        {ways.map((way) => (
          <Wire key={way} way={way} dashed={!chosen} />
        ))}
        <span className="text2">{words.say(`direction.${direction}.text`)}</span>
      </span>
      {onWire ? <Waits direction={direction} side="sma" /> : null}
    </label>
  );
};
