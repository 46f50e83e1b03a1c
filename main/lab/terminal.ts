/** The size of the window on the other side. */
export interface Window {
  readonly rows: number;
  readonly columns: number;
}

const PAGER = '-Press Any Key For More-';
/** The pager wipes its line with a return, 25 blanks and a return (netshot). */
const WIPE = `\r${' '.repeat(25)}\r`;

/** What stands on the wire of a terminal, and what is held back until a key is pressed. */
export interface Screen {
  readonly bytes: string;
  readonly held: readonly string[];
}

/** The CLI breaks long lines at the window's width with a real line end, without a mark (qa-esa, qa-sma). */
const wrapped = (text: string, columns: number): string[] =>
  text.split('\n').flatMap((line) => line.match(new RegExp(`[^\\n]{1,${columns}}`, 'g')) ?? ['']);

/** Prints a reply: CRLF line ends, lines cut at the window's width, and the pager when it is higher than the window. */
export const print = (text: string, window: Window): Screen =>
  page(wrapped(text, Math.max(20, window.columns)), window);

/** A key was pressed at the pager. */
export const nextPage = (held: readonly string[], window: Window): Screen => {
  const screen = page(held, window);
  return { ...screen, bytes: `${WIPE}${screen.bytes}` };
};

const page = (lines: readonly string[], { rows }: Window): Screen => {
  const room = Math.max(2, rows) - 1;
  if (lines.length <= room) return { bytes: lines.join('\r\n'), held: [] };
  return { bytes: `${lines.slice(0, room).join('\r\n')}\r\n${PAGER}`, held: lines.slice(room) };
};

/** What a key means at the line editor. */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'enter' | 'erase' | 'interrupt' | 'escape' | 'end' | 'nothing' };

/** Reads one byte as a key. A line feed directly behind a return is the same Enter. */
export const keyOf = (byte: number, before: number): Key => {
  if (byte === 0x0a && before === 0x0d) return { kind: 'nothing' };
  if (byte === 0x0d || byte === 0x0a) return { kind: 'enter' };
  if (byte === 0x7f || byte === 0x08) return { kind: 'erase' };
  if (byte === 0x03) return { kind: 'interrupt' };
  if (byte === 0x1d) return { kind: 'escape' };
  if (byte === 0x04) return { kind: 'end' };
  return byte < 0x20 ? { kind: 'nothing' } : { kind: 'text', text: String.fromCharCode(byte) };
};
