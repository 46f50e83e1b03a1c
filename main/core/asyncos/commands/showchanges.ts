import { command, type Reading } from '../command';
import { outputOf } from '../output';
import { reading } from '../sift';

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

/**
 * Whether somebody's uncommitted work stands in this configuration. A whole line without arguments that asks nothing;
 * its wording is recalled, so what it prints is kept as it stands and confirms nothing.
 */
export const showchanges = command({
  name: 'showchanges',
  words: ['showchanges'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [],
  deadlineMs: 30_000,
  pasteable: false,
  harmless: 'prints what waits for a commit; nothing is committed or dropped',
  source: 'CLI page, showchanges (read-only); its wording recalled from the CLI Reference Guide',
  sample: 'showchanges.txt',
  read: readShowChanges,
});
