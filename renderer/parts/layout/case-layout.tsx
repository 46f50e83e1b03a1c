import type { ReactNode } from 'react';
import type { CaseView } from '../../../preload/contract';
import { findingOfWire } from '../../derive/conclusion';
import { useMedia } from '../../hooks/use-media';
import { selectFinding } from '../../stores/selection';
import { goToStop, useUi } from '../../stores/ui';
import { useInspector } from '../inspector/inspector';
import { PathDiagram } from '../path-diagram/path-diagram';
import { Rail } from './rail';
import { Troubles } from './troubles';
import './layout.css';

interface Props {
  view: CaseView;
  /** The path over the screen, unless it is folded or the window is too low for it. */
  strip?: boolean;
  inspector?: ReactNode;
  bar?: ReactNode;
  children: ReactNode;
}

/** A wire that is drawn broken opens the proof of its finding; any other leads to the findings as they are. */
const openWire = ({ drawing, diagnosis }: CaseView, id: string): void => {
  const wire = drawing.wires.find((one) => one.id === id);
  const finding = wire === undefined ? null : findingOfWire(diagnosis, wire);
  if (finding !== null) selectFinding(finding);
  goToStop('findings');
};

/** Rail, main part with its bar, and the inspector, in the sizes of the interface's description. */
export const CaseLayout = ({ view, strip, inspector, bar, children }: Props) => {
  const place = useUi((ui) => ui.place);
  const folded = useUi((ui) => ui.pathFolded);
  const low = useMedia('(max-height: 599px)');
  const way = useInspector();
  const here = place.kind === 'case' ? place.stop : 'site';
  const columns = inspector === undefined ? '' : way === 'column' ? 'inspected' : 'tabbed';
  return (
    <div className={`case-body ${columns}`}>
      <Rail view={view} here={here} />
      <div className="case-main">
        <main className="case-work">
          {strip === true && !folded && !low ? (
            <div className="path-strip">
              <PathDiagram drawing={view.drawing} onWire={(id) => openWire(view, id)} />
            </div>
          ) : null}
          <Troubles view={view} />
          {children}
        </main>
        {bar}
      </div>
      {inspector}
    </div>
  );
};

/** The scrolling part of a step. */
export const Screen = ({ children }: { children: ReactNode }) => (
  <div className="screen" tabIndex={-1}>
    {children}
  </div>
);

interface HeadProps {
  title: string;
  lead?: string;
  children?: ReactNode;
}

export const ScreenHead = ({ title, lead, children }: HeadProps) => (
  <div className="screen-head">
    <div>
      <h1>{title}</h1>
      {lead === undefined ? null : <p className="text2">{lead}</p>}
    </div>
    {children === undefined ? null : <div className="actions">{children}</div>}
  </div>
);
