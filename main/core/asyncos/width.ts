import type { Line } from './lines';

/** Widths of terminals that break lines of their own accord (samples tophosts-wrapped; VT100's two modes). */
const WIDTHS: readonly number[] = [80, 132];
/**
 * Lines in which strangers have a say: log lines and the rows of `showrecipients` hold subjects and names that a sender
 * chose. Tables and menus of the appliance hold none.
 */
const SAID_BY_STRANGERS =
  /^(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d \d{4} |\d+\s+\d[\d,]*\s+\S+\s+\S|\[\d+\]\s+\[\d+\]\s+\S)/;

/** As wide as it was printed: blanks at the end count, which the cleaned text has no more. */
const widthOf = (cleaned: string, raw: string): number => {
  const plain = raw.endsWith('\r') ? raw.replace(/\r{1,8}$/, '') : raw;
  return plain.trimEnd() === cleaned ? plain.length : cleaned.length;
};

/**
 * Numbers of the lines that the width broke off a line in which a stranger has a say: what stands there is no prompt,
 * however it looks. Only where the capture was really broken, that is where no line is longer than the width. `raw`: the
 * same lines before they were cleaned.
 */
export const brokenLines = (lines: readonly Line[], raw: readonly string[]): ReadonlySet<number> => {
  const widths = lines.map(({ text }, at) => widthOf(text, raw[at] ?? text));
  const widest = widths.reduce((most, one) => Math.max(most, one), 0);
  const broken = new Set<number>();
  if (!WIDTHS.includes(widest)) return broken;
  let inside = false;
  lines.forEach(({ line, text }, at) => {
    const goesOn = inside && widths[at - 1] === widest;
    if (goesOn) broken.add(line);
    inside = goesOn || SAID_BY_STRANGERS.test(text);
  });
  return broken;
};
