import { bridge } from '../bridge';
import { isGap } from '../stores/apply-events';
import { takeEvents, takeView, useMirror } from '../stores/mirror';
import { refreshCase } from './cases';

/**
 * Lets main's events into the mirror. A snapshot is whole, so it heals whatever was missed before it; only events
 * that do not fit the mirrored plan make the page ask for a new one. Answers the unsubscribe.
 */
export const listen = (): (() => void) => {
  const { run, mirror } = bridge();
  const offs = [
    mirror.changed((view) => {
      if (useMirror.getState().view?.id === view.id) takeView(view);
    }),
    run.progress(({ id, events }) => {
      takeEvents(id, events);
      const { view } = useMirror.getState();
      if (view?.id === id && isGap(view, events)) void refreshCase(id);
    }),
  ];
  return () => {
    for (const off of offs) off();
  };
};
