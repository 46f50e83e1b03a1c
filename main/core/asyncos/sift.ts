import type { Reading } from './command';
import type { Line } from './lines';
import { errorWithout, type Output, outputOf } from './output';

/** A kind of line, and what to do with it; without `take` the line is known and says nothing that we need. */
export interface Rule {
  readonly test: RegExp;
  readonly take?: (found: RegExpExecArray, line: Line) => void;
}

/** No line that we read is longer; a hostile one must not keep the expressions busy. */
const LONGEST = 2000;

const known = (line: Line, rules: readonly Rule[]): boolean => {
  if (line.text.length > LONGEST) return false;
  for (const rule of rules) {
    const found = rule.test.exec(line.text.trim());
    if (!found) continue;
    rule.take?.(found, line);
    return true;
  }
  return false;
};

/** Gives each line to the first rule that knows it; the lines that no rule knows come back. */
export const sift = (lines: readonly Line[], rules: readonly Rule[]): readonly Line[] =>
  lines.filter((one) => !known(one, rules));

/** A reader's result; error lines of the command line are no unread lines. */
export const reading = <Data>(
  data: Data | null,
  unread: readonly Line[],
  output: Output,
  text: string,
): Reading<Data> => {
  const error = data === null ? errorWithout(output, text) : output.error;
  return {
    data,
    unrecognised: unread
      .filter((one) => one.text.trim() !== error?.text)
      .map((one) => ({ line: one.line, text: one.text })),
    error,
  };
};

/** Reads a text by rules: `rules` fills what `data` then judges. */
export const readBy = <Data>(
  text: string,
  rules: (output: Output) => readonly Rule[],
  data: (output: Output) => Data | null,
): Reading<Data> => {
  const output = outputOf(text);
  const unread = sift(output.lines, rules(output));
  return reading(data(output), unread, output, text);
};

/** `58,417` → 58417; null when it is no number. */
export const count = (text: string | undefined): number | null =>
  text !== undefined && /^\d[\d,]*$/.test(text) ? Number(text.replaceAll(',', '')) : null;
