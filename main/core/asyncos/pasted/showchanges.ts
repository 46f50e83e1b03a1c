import type { Reading } from '../command';
import { outputOf } from '../output';
import { reading } from '../sift';
import { pasted } from './reader';

export interface PendingChanges {
  /** Null where neither a change nor the sentence that there is none was seen. */
  readonly pending: boolean | null;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

const NONE = /^There (?:are|is) no(?:thing| changes?| pending changes?)\b/i;
/** The command repeats where each change was made: `sslconfig`, `/interfaceconfig`. */
const CHANGE = /^(?:[-+>]|\/?\w+config\b|Changes?\b)/i;

/** Reads whether something waits for a commit. Its wording is recalled, so the lines are kept whole. */
const readShowChanges = (text: string): Reading<PendingChanges> => {
  const output = outputOf(text);
  const lines = output.lines.map((one) => ({ line: one.line, text: one.text }));
  const none = lines.some((one) => NONE.test(one.text.trim()));
  if (none) return reading({ pending: false, lines: [] }, [], output, text);
  const changes = lines.some((one) => CHANGE.test(one.text.trim()));
  return reading(changes ? { pending: true, lines } : null, changes ? [] : output.lines, output, text);
};

/** Whether somebody's uncommitted work stands in this configuration. */
export const showchanges = pasted({
  name: 'showchanges',
  words: ['showchanges'],
  notTyped: 'no check rests on it, and its wording is recalled',
  source: 'CLI Reference Guide (recalled)',
  sample: 'showchanges.txt',
  read: readShowChanges,
});
