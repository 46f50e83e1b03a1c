import { create } from 'zustand';
import type { Problem, RunEvent } from '../../main/core/model';
import type { CaseLine, CaseView, SessionTest, Settings } from '../../preload/contract';
import { applyEvent } from './apply-events';

/** Lines kept of each appliance's live transcript; the whole of it is in the case. */
const KEPT_LINES = 2000;

/** What main has told; written by its answers and its events only. */
export interface Mirror {
  settings: Settings;
  cases: readonly CaseLine[] | null;
  casesProblem: Problem | null;
  scenarios: readonly string[] | null;
  view: CaseView | null;
  viewProblem: Problem | null;
  sessionTests: Readonly<Record<string, SessionTest>>;
  transcripts: Readonly<Record<string, readonly string[]>>;
}

const nothingOpen = { view: null, viewProblem: null, sessionTests: {}, transcripts: {} };

export const useMirror = create<Mirror>()(() => ({
  settings: { language: 'en', theme: 'system' },
  cases: null,
  casesProblem: null,
  scenarios: null,
  ...nothingOpen,
}));

export const forgetCase = (): void => useMirror.setState(nothingOpen);

/** Takes a snapshot unless a newer one of the same case is here already: answers and events may overtake each other. */
export const takeView = (view: CaseView): void => {
  const known = useMirror.getState().view;
  if (known !== null && known.id === view.id && known.serial > view.serial) return;
  const other = known !== null && known.id !== view.id;
  useMirror.setState(other ? { ...nothingOpen, view } : { view, viewProblem: null });
};

const withLine = (all: Mirror['transcripts'], event: Extract<RunEvent, { kind: 'transcript' }>) => {
  const lines = [...(all[event.appliance] ?? []), ...event.text.replace(/\r?\n$/, '').split(/\r?\n/)];
  return { ...all, [event.appliance]: lines.slice(-KEPT_LINES) };
};

/** Applies a batch of run events to the open case; events of another case are not ours. */
export const takeEvents = (id: string, events: readonly RunEvent[]): void =>
  useMirror.setState((mirror) => {
    if (mirror.view === null || mirror.view.id !== id) return {};
    let { transcripts } = mirror;
    for (const event of events) {
      if (event.kind === 'started') transcripts = {};
      if (event.kind === 'transcript') transcripts = withLine(transcripts, event);
    }
    return { view: events.reduce(applyEvent, mirror.view), transcripts };
  });

export const takeSessionTest = (appliance: string, test: SessionTest | null): void =>
  useMirror.setState(({ sessionTests }) => {
    const { [appliance]: _, ...others } = sessionTests;
    return { sessionTests: test === null ? others : { ...others, [appliance]: test } };
  });
