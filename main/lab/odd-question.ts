import { enter, type Reply, type Session } from './command-line';
import type { Mood } from './moods';
import { say } from './render/turn';

/** Enter was pressed behind `typed`: what the command line answers, or the question that the mood asks in its place. */
export const enterIn = ({ asks }: Mood, session: Session, typed: string, at: number): Reply => {
  const meant = asks !== undefined && session.asked === null && typed.trim().split(/\s+/)[0] === asks.before;
  if (!meant) return enter(session, typed, at);
  const answer = () => ({ ...say('\n'), changes: asks.wouldChange });
  return { session: { ...session, asked: { prompt: asks.prompt, answer } }, text: `${asks.says}${asks.prompt}` };
};
