import { wireName } from '../../../main/core/report/drawing';
import type { CaseView } from '../../../preload/contract';
import { Button } from '../../parts/button/button';
import { PathDiagram } from '../../parts/path-diagram/path-diagram';
import { useWords } from '../../texts/use-words';

/** The full diagram over any screen, with every wire in words. */
export const WholePath = ({ view, onClose }: { view: CaseView; onClose: () => void }) => {
  const words = useWords();
  return (
    <div className="case-body whole">
      <main className="overlay" aria-label={words.say('title.path')}>
        <div className="section-head">
          <h1>{words.say('title.path')}</h1>
          <Button icon="close" onPress={onClose}>
            {words.say('close')}
          </Button>
        </div>
        <PathDiagram drawing={view.drawing} />
        <p className="text3 small">{words.say('drawing.legend')}</p>
        <ul className="wire-sentences">
          {view.drawing.wires.map((wire) => (
            <li key={wire.id} className="wrap">
              {wireName(wire, words)}
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
};
