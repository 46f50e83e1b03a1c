import { readerOf } from './read-command';
import { splitTranscript } from './transcript';

const firstWord = (line: string): string => line.trim().split(/\s+/)[0]?.toLowerCase() ?? '';

/**
 * The command whose output a text says to be by its own prompt, where that is another than the wanted one; null where
 * the text agrees, or shows no prompt. The output of one command must not be read as that of another: `status` would
 * look like an empty queue.
 */
export const otherCommand = (wanted: string, text: string): string | null => {
  const word = readerOf(wanted)?.words[0];
  const typed = splitTranscript(text).parts.map((one) => firstWord(one.command));
  return typed.length === 0 || word === undefined || typed.includes(word) ? null : (typed[0] ?? null);
};
