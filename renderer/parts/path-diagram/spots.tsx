import { type KeyboardEvent, useRef } from 'react';
import type { Spot } from '../../../main/core/report/drawing';
import { useWords } from '../../texts/use-words';

const STEP: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** The wires as a list one can walk: arrow keys move, Enter opens, and each says everything it shows. */
export const Spots = ({ spots, onOpen }: { spots: readonly Spot[]; onOpen: (id: string) => void }) => {
  const words = useWords();
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent, index: number) => {
    const step = STEP[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const buttons = list.current?.querySelectorAll('button');
    buttons?.[(index + step + spots.length) % spots.length]?.focus();
  };
  if (spots.length === 0) return null;
  return (
    <ul className="spots" ref={list} aria-label={words.say('drawing.wires')}>
      {spots.map(({ id, name, x, y, width, height }, index) => (
        <li key={id} style={{ left: x, top: y, width, height }}>
          <button
            type="button"
            className="spot"
            aria-label={name}
            title={name}
            tabIndex={index === 0 ? 0 : -1}
            onClick={() => onOpen(id)}
            onKeyDown={(event) => walk(event, index)}
          />
        </li>
      ))}
    </ul>
  );
};
