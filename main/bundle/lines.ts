import { cleanLine } from '../core/asyncos/lines';

/** Line `number` of a text as checks count them: by newlines, or by carriage returns where there is no newline. */
export const lineOf = (text: string, number: number): string | null =>
  text.split(text.includes('\n') ? '\n' : '\r')[number - 1] ?? null;

/** Whether a raw line holds a quote, which may have been cleaned of a terminal's colours and line ends. */
export const holds = (raw: string, quote: string): boolean => raw.includes(quote) || cleanLine(raw).includes(quote);

/** What a quoted line has become: the redacted line itself where the whole line was quoted. */
export const requoted = (before: string | null, after: string | null, quote: string): string | null => {
  if (before === null || after === null) return null;
  if (before === quote) return after;
  if (before.replace(/\r+$/, '') === quote) return after.replace(/\r+$/, '');
  return cleanLine(before) === quote ? cleanLine(after) : null;
};
