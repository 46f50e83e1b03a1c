import { fillsWidth, type Line, rejoin } from '../lines';

const ITEM = /^\s*\d+[.)]?\s/;

/** Joins numbered list items that fill the width with the line behind: for lists whose end does not show. */
export const joinFullItems = (lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  let before: Line | undefined;
  for (const one of lines) {
    const last = joined.at(-1);
    const goesOn = before && fillsWidth(before.text) && one.line === before.line + 1 && !ITEM.test(one.text);
    if (last && goesOn && ITEM.test(last.text))
      joined[joined.length - 1] = {
        line: last.line,
        text: last.text + rejoin(before?.text ?? '', one.text).slice(before?.text.length),
      };
    else joined.push(one);
    before = one;
  }
  return joined;
};

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
