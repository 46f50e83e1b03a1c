const NARROW = new Set([..."iljtfrI.,:;'|!()[] -’"]);
const WIDE = new Set([...'mwMW@%—…']);

const share = (letter: string): number => {
  if (NARROW.has(letter)) return 0.33;
  if (WIDE.has(letter)) return 0.88;
  return letter >= 'A' && letter <= 'Z' ? 0.69 : 0.59;
};

/** An estimate, a little on the wide side, of the width of a text set in Inter or JetBrains Mono; there is no DOM here to ask. */
export const textWidth = (words: string, size: number, mono = false): number =>
  mono ? [...words].length * size * 0.6 : [...words].reduce((sum, letter) => sum + share(letter) * size, 0);

/** Shortens in the middle to at most `most` characters, as `quarantine-ma…example.test`: both ends tell machines apart. */
export const shortenMiddle = (words: string, most: number): string => {
  const letters = [...words];
  if (letters.length <= most) return words;
  const tail = Math.floor((most - 1) / 2);
  return `${letters.slice(0, most - 1 - tail).join('')}…${letters.slice(letters.length - tail).join('')}`;
};

/** Shortens in the middle until the text fits into `width`. */
export const fitMiddle = (words: string, width: number, size: number, mono = false): string => {
  let most = [...words].length;
  let fitted = words;
  while (most > 3 && textWidth(fitted, size, mono) > width) fitted = shortenMiddle(words, --most);
  return fitted;
};

/** Cuts at the end, with an ellipsis, until the text fits into `width`; empty when nothing does. */
export const fitEnd = (words: string, width: number, size: number): string => {
  if (textWidth(words, size) <= width) return words;
  const letters = [...words];
  while (letters.length > 0 && textWidth(`${letters.join('')}…`, size) > width) letters.pop();
  return letters.length === 0 ? '' : `${letters.join('').trimEnd()}…`;
};
