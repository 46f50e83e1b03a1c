import type { ReactNode } from 'react';
import { useKeys } from '../../hooks/use-keys';
import { useNarrow } from '../../hooks/use-media';
import { toggleInspector, useUi } from '../../stores/ui';
import { useWords } from '../../texts/use-words';
import { Button } from '../button/button';
import './inspector.css';

interface Props {
  title: string;
  /** Beside the title: `1 of 4`. */
  count?: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** Whether the inspector takes a column, a tab, or lies over the main part. */
export const useInspector = (): 'column' | 'tab' | 'over' | 'closed' => {
  const narrow = useNarrow();
  const column = useUi((ui) => ui.inspector);
  const over = useUi((ui) => ui.over);
  if (narrow) return over ? 'over' : 'tab';
  return column ? 'column' : 'tab';
};

const Tab = ({ title, count }: { title: string; count?: string }) => {
  const words = useWords();
  const narrow = useNarrow();
  return (
    <aside className="inspector-tab">
      <Button
        kind="quiet"
        icon="panel"
        label={words.say('evidence.show')}
        expanded={false}
        onPress={() => toggleInspector(narrow)}
      />
      <span className="inspector-tab-title" aria-hidden="true">
        {title}
      </span>
      {count === undefined ? null : <span className="text3 inspector-tab-count">{count}</span>}
    </aside>
  );
};

/** Always about the thing selected in the main part: quote, source, what it proves. `I` opens and closes it. */
export const Inspector = ({ title, count, actions, children }: Props) => {
  const words = useWords();
  const narrow = useNarrow();
  const way = useInspector();
  useKeys({ i: () => toggleInspector(narrow), ...(way === 'over' ? { Escape: () => toggleInspector(true) } : {}) });
  if (way === 'tab') return <Tab title={title} count={count} />;
  return (
    <>
      {way === 'over' ? <Tab title={title} count={count} /> : null}
      <aside className={`inspector ${way}`} aria-label={words.say('evidence.inspector')}>
        <div className="inspector-head">
          <h2>
            {title} {count === undefined ? null : <span className="text3 inspector-count">{count}</span>}
          </h2>
          {actions}
          <Button
            kind="quiet"
            icon="panel"
            label={words.say('evidence.hide')}
            expanded
            onPress={() => toggleInspector(narrow)}
          />
        </div>
        <div className="inspector-body">{children}</div>
      </aside>
    </>
  );
};

/** A part of the inspector between hairlines. */
export const InspectorPart = ({ title, children }: { title?: string; children: ReactNode }) => (
  <section className="inspector-part">
    {title === undefined ? null : <h3>{title}</h3>}
    {children}
  </section>
);
