import { toLines } from '../lines';

/** The XML of a file or of a terminal capture, with the line of the source that each of its lines came from. */
export interface ConfigText {
  readonly xml: string;
  /** Line numbers of the given text by line of `xml`, counted from 1. */
  lineOf(line: number): number;
  /** Lines on which a tag was broken and put together again. */
  readonly repaired: readonly number[];
}

const BEGIN = /<\?xml\b|<!DOCTYPE\s+config\b|<config\b/;
const END = '</config>';
const CAPTURED = /\r|-Press Any Key For More-/;

/** Where the element's own text ends: comments and declarations may hold anything. */
const SKIPS: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<!', '>'],
  ['<?', '>'],
];

const afterSkip = (text: string, at: number): number | null => {
  const skip = SKIPS.find(([open]) => text.startsWith(open, at));
  if (!skip) return null;
  const end = text.indexOf(skip[1], at + skip[0].length);
  return end < 0 ? text.length : end + skip[1].length;
};

/** Places of line ends inside a tag's name, `<…_sessio⏎n>`: the width of the terminal put them there (qa-sma showconfig). */
const breaksInNames = (text: string): readonly number[] => {
  const found: number[] = [];
  let at = text.indexOf('<');
  while (at >= 0) {
    const skipped = afterSkip(text, at);
    if (skipped === null) {
      let next = at + 1;
      while (next < text.length && /[^\s<>]|\n/.test(text[next] ?? '')) {
        if (text[next] === '\n') found.push(next);
        next += 1;
      }
      at = text.indexOf('<', next);
    } else at = text.indexOf('<', skipped);
  }
  return found;
};

const without = (text: string, places: readonly number[]): string => {
  let from = 0;
  const parts = places.map((place) => {
    const part = text.slice(from, place);
    from = place + 1;
    return part;
  });
  return [...parts, text.slice(from)].join('');
};

/** For each line that is left, the number it had before line ends at `places` were taken away. */
const numbersAfter = (text: string, places: readonly number[]): readonly number[] => {
  const gone = new Set(places);
  const numbers = [1];
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    line += 1;
    if (!gone.has(at)) numbers.push(line);
  }
  return numbers;
};

/**
 * Cuts the XML out of a text and puts tags together that a terminal broke. Text between tags is never touched. Null when
 * there is no configuration in it.
 */
export const configTextOf = (text: string): ConfigText | null => {
  const begin = BEGIN.exec(text)?.index;
  if (begin === undefined) return null;
  const end = text.lastIndexOf(END);
  const last = end < begin ? text.length : end + END.length;
  // A file as it was exported stays one string: of a part, each character costs the way back to the whole.
  const asExported = begin === 0 && text.slice(last).trim() === '';
  const cut = asExported ? text : text.slice(begin, last);
  const before = text.slice(0, begin).split('\n').length - 1;
  if (!CAPTURED.test(text) && text.slice(0, begin).trim() === '')
    return { xml: cut, lineOf: (line) => line + before, repaired: [] };
  const plain = toLines(cut)
    .map((one) => one.text)
    .join('\n');
  const places = breaksInNames(plain);
  const numbers = numbersAfter(plain, places);
  const lineOf = (line: number) => (numbers[line - 1] ?? line) + before;
  return { xml: without(plain, places), lineOf, repaired: places.map((at) => lineAt(plain, at) + before) };
};

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length;
