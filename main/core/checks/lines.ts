import type { SeenLine } from './check';

const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.replace(/\r+$/, ''));

/** The first line of a text that satisfies `found`, numbered from 1, as it stands there without its line end. */
export const lineWhere = (text: string, found: (line: string) => boolean): SeenLine[] => {
  const lines = linesOf(text);
  const index = lines.findIndex(found);
  const line = lines[index];
  return line === undefined ? [] : [{ line: index + 1, text: line, at: null }];
};

/** The first line that holds `part`. */
export const lineWith = (text: string, part: string): SeenLine[] => lineWhere(text, (line) => line.includes(part));

/** The first line that holds `word` by itself: `192.0.2.1` does not stand in `192.0.2.10`. */
export const lineWithWord = (text: string, word: string): SeenLine[] =>
  lineWhere(text, (line) => line.split(/\s+/).includes(word));

/** The first line that satisfies `found`, and those below it that go on with it. */
export const linesFrom = (
  text: string,
  found: (line: string) => boolean,
  goesOn: (line: string) => boolean,
): SeenLine[] => {
  const lines = linesOf(text);
  const first = lines.findIndex(found);
  if (first < 0) return [];
  const end = lines.findIndex((line, index) => index > first && !goesOn(line));
  return lines
    .slice(first, end < 0 ? lines.length : end)
    .map((line, index) => ({ line: first + index + 1, text: line, at: null }));
};
