/** Edits (insert, delete, replace) from one word to the other. */
const distance = (from: string, to: string): number => {
  let above = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let row = 1; row <= from.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      line.push(Math.min((above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = line;
  }
  return above[to.length] ?? 0;
};

const LONGEST = 40;

/** The word of `known` that a person most likely meant, or null when none is near. */
export const nearest = (word: string, known: readonly string[]): string | null => {
  const typed = word.slice(0, LONGEST).toLowerCase();
  const [best] = known
    .map((one) => ({ one, edits: distance(typed, one.toLowerCase()) }))
    .toSorted((left, right) => left.edits - right.edits);
  return best !== undefined && best.edits <= Math.max(2, Math.floor(best.one.length / 3)) ? best.one : null;
};

/** What to write instead: the nearest word, else all that exist. */
export const suggestion = (word: string, known: readonly string[]): string => nearest(word, known) ?? known.join(', ');
