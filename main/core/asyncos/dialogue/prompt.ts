import { type PromptLine, readPromptLine } from '../prompt-line';
import { lastLine } from './screen';

/** A Control-C may echo in front of the prompt that follows it. */
const ECHO = /^(?:\^[C\]])+/;

/** What a prompt says, or null when the text is no prompt that waits. The blank at its end belongs to it. */
export const readPrompt = (prompt: string): PromptLine | null => {
  const view = prompt.endsWith('> ') && prompt.length <= 512 ? readPromptLine(prompt) : null;
  return view === null || view.typed !== '' ? null : view;
};

/** The prompt that stands last on the screen, or null. Whether output has paused is the caller's to know. */
export const promptAtEnd = (screen: string): string | null => {
  const line = lastLine(screen).replace(ECHO, '');
  return readPrompt(line) === null ? null : line;
};

/**
 * Whether a prompt can be the one learned at login: the same text, the same with `(SERVICE)` or `[Disconnected]`
 * come or gone, or, on a cluster member, any level of a cluster (a mode switch changes the prompt).
 */
export const samePrompt = (learned: string, seen: string): boolean => {
  if (learned === seen) return true;
  const [before, now] = [readPrompt(learned), readPrompt(seen)];
  if (before === null || now === null) return false;
  if (before.mode !== 'standalone' && now.mode !== 'standalone') return true;
  return before.mode === now.mode && before.name === now.name;
};
