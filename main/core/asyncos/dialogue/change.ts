import { FORBIDDEN } from './may-leave';

/** Words of a question that asks for more than to be read; beside those that may not leave. Written down by us, no list is whole. */
const ACTS: ReadonlySet<string> = new Set(
  [
    'apply bounce confirm discard drop erase force install lost move overwrite purge redirect release remove restart',
    'retry save send start stop uncommitted undo wipe zero',
  ]
    .join(' ')
    .split(' '),
);

/** A passphrase is no change where a question is only shown: `kind: 'secret'` is never answered anyway. */
const NO_CHANGE: ReadonlySet<string> = new Set(['password', 'passphrase']);

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^a-z]+/);

/** Whether a text speaks of a change by one of its words. */
export const speaksOfChange = (text: string): boolean =>
  wordsOf(text).some((word) => (FORBIDDEN.has(word) || ACTS.has(word)) && !NO_CHANGE.has(word));

/** What stands above a question in warning: then nothing is answered, an Enter least of all. */
const WARNS =
  /\b(?:uncommitted|commit|pending changes|not (?:yet )?committed|(?:will|would) be (?:lost|discarded|saved|deleted))\b/i;

/** Whether the lines above a question warn of a change; they may hold names, so single words count less there. */
export const warnsOfChange = (text: string): boolean => WARNS.test(text);

/** `By recipient host.`, `Active Recipients (now)`, `… at mode "Cluster Main_Cluster".`, `mail_logs  Type: "…" Retrieval: "…"`. */
const NOTHING_MORE =
  /^\.?(?: ?\([^()]*\))?(?: "[^"]*"| (?:cluster|group|machine) [^"]*|(?: (?:type|retrieval): "[^"]*"){1,2})?\.?$/;

/** Whether an item of a list says the wanted words and nothing that acts besides; both lower case, single blanks. */
export const saysOnly = (wanted: string, item: string): boolean => {
  if (!item.startsWith(wanted)) return false;
  const more = item.slice(wanted.length);
  return NOTHING_MORE.test(more) && !speaksOfChange(more.replace(/"[^"]*"/g, ' '));
};
