import type { ReactNode } from 'react';
import { useKeys } from '../../hooks/use-keys';
import { goToStop, STEPS, type Stop } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import './layout.css';

interface Props {
  stop: Stop;
  hint?: string;
  /** In place of the plain "next" button. */
  children?: ReactNode;
  /** Enter goes on; off where Enter means something else. */
  enter?: boolean;
}

const neighbour = (stop: Stop, step: 1 | -1): Stop | null => {
  const order: readonly Stop[] = STEPS;
  return order[order.indexOf(stop) + step] ?? null;
};

/** Back at the left, the hint in the middle, onward at the right; the steps stay a map all the same. */
export const BottomBar = ({ stop, hint, children, enter = true }: Props) => {
  const words = useWords();
  const [back, next] = [neighbour(stop, -1), neighbour(stop, 1)];
  useKeys({
    ...(enter && next !== null ? { Enter: () => goToStop(next) } : {}),
    ...(back !== null ? { Backspace: () => goToStop(back) } : {}),
  });
  return (
    <footer className="bottom-bar">
      {back === null ? null : (
        <Button icon="back" onPress={() => goToStop(back)}>
          {words.say(`rail.${back}`)}
        </Button>
      )}
      <span className="bottom-hint text2">{hint}</span>
      {children ??
        (next === null ? null : (
          <Button kind="primary" after="forward" onPress={() => goToStop(next)}>
            {words.say(`rail.${next}`)}
          </Button>
        ))}
    </footer>
  );
};
