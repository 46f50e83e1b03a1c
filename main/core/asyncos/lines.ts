/** A line of a terminal's text as a person would have seen it; `line` counts from 1 in the text as it was given. */
export interface Line {
  readonly line: number;
  readonly text: string;
}

const ESCAPE = String.fromCharCode(27);
/** Colour and cursor sequences of terminal programs. */
const SEQUENCE = new RegExp(`${ESCAPE}(?:\\[[0-9;?]*[A-Za-z]|\\][^\\u0007\\u001b]{0,4096}\\u0007|[()][A-Z0-9])`, 'g');
// `-Press Any Key For More-` stands without a newline before or after; sample pager-raw.bin.
const PAGER = /-Press Any Key For More-/g;

/** Replays carriage returns and backspaces as a terminal does: later characters overwrite earlier ones. */
const replay = (text: string): string => {
  const cells: string[] = [];
  let at = 0;
  for (const character of text) {
    if (character === '\r') at = 0;
    else if (character === '\b') at = Math.max(0, at - 1);
    else {
      cells[at] = character;
      at += 1;
    }
  }
  return cells.join('');
};

const needsReplay = (text: string): boolean => text.includes('\r') || text.includes('\b');

/** Not by `\r+$`, which looks anew from each of many returns. */
const withoutReturns = (text: string): string => {
  let end = text.length;
  while (text[end - 1] === '\r') end -= 1;
  return text.slice(0, end);
};

/** One line without pager, colours, carriage returns and trailing blanks. */
export const cleanLine = (raw: string): string => {
  const plain = withoutReturns(raw.replace(SEQUENCE, '').replace(PAGER, ''));
  return (needsReplay(plain) ? replay(plain) : plain).replaceAll('\u00a0', ' ').trimEnd();
};

/** A file of old Macintosh line ends has no newline at all. */
const separator = (text: string): string => (text.includes('\n') ? '\n' : '\r');

/** The lines of a captured or pasted text, cleaned, numbered from 1 as they stand in `text`. */
export const toLines = (text: string): readonly Line[] =>
  text.split(separator(text)).map((raw, index) => ({ line: index + 1, text: cleanLine(raw) }));

/** At 80 columns the command line breaks long lines with a real line end and no mark (composed-cli-paste.txt). */
const WIDTH = 80;

/** Whether a line of this length may have been broken by the width; its last blank may be lost. */
export const fillsWidth = (line: string): boolean => line.length >= WIDTH - 1;

/** The text from a line on to where a line no longer fills the width: what was printed as one line. */
export const unbroken = (lines: readonly Line[], first: Line): string => {
  let text = first.text;
  let last = first;
  for (;;) {
    const next = lines.find((one) => one.line === last.line + 1);
    if (next === undefined || next.text.trim() === '' || last.text.length < WIDTH) return text;
    text += next.text;
    last = next;
  }
};

/** Joins a line with its continuation: without a blank when the break fell between two characters. */
export const rejoin = (first: string, rest: string): string =>
  first.length >= WIDTH ? first + rest : `${first} ${rest.trimStart()}`;
