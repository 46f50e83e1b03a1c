import { useEffect, useState } from 'react';
import { leaveCase } from '../../actions/cases';
import { useKeys } from '../../hooks/use-keys';
import { Button } from '../../parts/button/button';
import { Loading } from '../../parts/feedback/loading';
import { TitleBar } from '../../parts/layout/title-bar';
import { useMirror } from '../../stores/mirror';
import { choose, type Stop, togglePath } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { CaseTitle } from './case-title';
import { Crashed } from './crashed';
import { StopScreen } from './stop-screen';
import { WholePath } from './whole-path';

/** The window with a case in it. */
export const CaseWindow = ({ stop }: { stop: Stop }) => {
  const words = useWords();
  const view = useMirror((mirror) => mirror.view);
  const [whole, setWhole] = useState(false);
  const id = view?.id;
  useEffect(() => {
    if (id !== undefined) choose(`seen-${stop}`, 'yes');
  }, [id, stop]);
  useKeys({
    '0': () => setWhole((open) => !open),
    'Shift+0': togglePath,
    ...(whole ? { Escape: () => setWhole(false) } : {}),
  });
  if (view === null)
    return (
      <div className="window">
        <TitleBar>
          <Button kind="quiet" small icon="back" onPress={() => void leaveCase()}>
            {words.say('title.backToCases')}
          </Button>
          <span className="title-space" />
        </TitleBar>
        <main className="welcome">
          <Loading text={words.say('cases.reading')} />
        </main>
      </div>
    );
  return (
    <div className="window">
      <TitleBar>
        <CaseTitle view={view} onPath={() => setWhole((open) => !open)} />
      </TitleBar>
      <Crashed key={stop}>
        {whole ? <WholePath view={view} onClose={() => setWhole(false)} /> : <StopScreen view={view} stop={stop} />}
      </Crashed>
    </div>
  );
};
