import type { Line } from '../story/desk';
import { grow, newLines } from '../story/grow';
import { logStamp } from '../story/stamp';
import { type Command, type Scene, say, type Turn } from './turn';

const TICK_MS = 200;
const BEFORE = 10;
/** Recalled (log grammar, section 3). */
const HOW = 'Press Ctrl-C to stop scrolling, then `q` to quit.\n';

const printed = (lines: readonly Line[]): string =>
  lines.map(({ at, body }) => `${logStamp(at)} Info: ${body}\n`).join('');

/** `tail mail_logs`: the newest lines, then what is written meanwhile, until Control-C. The lab's story goes on for it. */
export const tail: Command = (scene, words) => {
  const desk = scene.story.desks[scene.appliance.name];
  if (words.join(' ') !== 'mail_logs' || !desk) return say('Unable to tail\n');
  const seen = new Set<Line>();
  const before = newLines(desk, seen, scene.at).slice(-BEFORE);
  return follow(scene, seen, scene.at, `${HOW}${printed(before)}`);
};

const follow = (scene: Scene, seen: Set<Line>, at: number, text: string): Turn => ({
  say: text,
  unpaged: true,
  later: {
    ms: TICK_MS,
    endless: true,
    turn: () => {
      const now = at + TICK_MS;
      grow(scene.model, scene.story, now);
      const desk = scene.story.desks[scene.appliance.name];
      return follow(scene, seen, now, desk ? printed(newLines(desk, seen, now)) : '');
    },
  },
});
