import { useEffect } from 'react';
import { openCase } from './actions/cases';
import { CaseWindow } from './screens/case/case-window';
import { Cases } from './screens/cases/cases';
import { useMirror } from './stores/mirror';
import { goToCases, useUi } from './stores/ui';

/** The whole window: Cases or a case, wherever the engineer was last. */
export const App = () => {
  const place = useUi((ui) => ui.place);
  const view = useMirror((mirror) => mirror.view);
  const wanted = place.kind === 'case' ? place.id : null;
  const stop = place.kind === 'case' ? place.stop : 'site';
  const missing = wanted !== null && view?.id !== wanted;
  useEffect(() => {
    if (!missing || wanted === null) return;
    void openCase(wanted, stop).then((problem) => problem !== null && goToCases());
  }, [missing, wanted, stop]);
  return place.kind === 'cases' ? <Cases /> : <CaseWindow stop={stop} />;
};
