import type { ReactNode } from 'react';
import type { CaseView } from '../../../preload/contract';
import { progressOf } from '../../derive/stops';
import { Glyph } from '../../parts/status/glyph';
import { minutes } from '../../texts/figures';
import { useWords, type Words } from '../../texts/use-words';

const timeOf = (view: CaseView, now: number, words: Words): string => {
  const { startedAt, endedAt, state } = view.run;
  if (startedAt === null) return '';
  const began = new Date(startedAt).getTime();
  if (state === 'running')
    return words.say('run.elapsed', { time: minutes(now - began), limit: minutes(view.plan.limitMs) });
  if (endedAt !== null) return words.say('run.took', { time: minutes(new Date(endedAt).getTime() - began) });
  return words.say('run.interruptedText');
};

const LOOK = {
  running: { glyph: 'arc', tone: 'act' },
  ended: { glyph: 'filled-tick', tone: 'text3' },
  interrupted: { glyph: 'square', tone: 'mute' },
  'not-started': { glyph: 'ring', tone: 'mute' },
} as const;
const WORD = { running: 'running', ended: 'ended', interrupted: 'interrupted', 'not-started': 'notStarted' } as const;

/** Answered of total as a count, never a percentage; elapsed; the time by which all must have ended. */
export const RunBar = ({ view, now, children }: { view: CaseView; now: number; children: ReactNode }) => {
  const words = useWords();
  const { state } = view.run;
  const look = LOOK[state];
  return (
    <div className="run-bar">
      <h1 className={`run-state ${state === 'running' ? 'tone-act' : ''}`}>
        <Glyph name={look.glyph} tone={look.tone} size={16} /> {words.say(`run.${WORD[state]}`)}
      </h1>
      <p className="run-count figures" role="status">
        {words.say('run.answered', progressOf(view))}
      </p>
      <p className="text2 figures run-time">{timeOf(view, now, words)}</p>
      {children}
    </div>
  );
};
