import { type Line, rejoin } from '../lines';

const ITEM = /^\s*\d+[.)]?\s/;

/** Joins numbered list items that the width broke: lines without a number belong to the item above until it is complete. */
export const joinItems = (lines: readonly Line[], complete: RegExp): readonly Line[] => {
  const joined: Line[] = [];
  for (const one of lines) {
    const last = joined.at(-1);
    const open = last !== undefined && ITEM.test(last.text) && !complete.test(last.text.trim());
    if (open && !ITEM.test(one.text))
      joined[joined.length - 1] = { line: last.line, text: rejoin(last.text, one.text) };
    else joined.push(one);
  }
  return joined;
};
