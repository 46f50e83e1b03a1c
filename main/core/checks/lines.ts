import type { SeenLine } from './check';

/** The first line of a text that satisfies `found`, numbered from 1, as it stands there without its line end. */
export const lineWhere = (text: string, found: (line: string) => boolean): SeenLine[] => {
  const lines = text.split('\n').map((line) => line.replace(/\r+$/, ''));
  const index = lines.findIndex(found);
  const line = lines[index];
  return line === undefined ? [] : [{ line: index + 1, text: line, at: null }];
};

/** The first line that holds `part`. */
export const lineWith = (text: string, part: string): SeenLine[] => lineWhere(text, (line) => line.includes(part));
