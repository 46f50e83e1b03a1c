/** The pager's text. Source: oxidized and the vendor's test library (asyncos-cli.md section 3). */
const PAGER = '-Press Any Key For More-';

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminal escape sequences begin with ESC and may end with BEL
const ESCAPES = /\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]{0,4096}(?:\x07|\x1b\\)|\x1b[@-Z\\-_]/g;
/** What the pager leaves after the key: carriage return, 25 blanks (up to 33 seen), carriage return. */
const WIPE = /\r +\r/g;

/** A line as it stands on the screen: what a wipe has erased is gone. */
const withoutWiped = (line: string): string => {
  const parts = line.split(WIPE);
  return parts[parts.length - 1] ?? '';
};

/** Raw terminal text as a person would see it: no escape sequences, no pager leftovers. Never fails. */
export const shown = (raw: string): string => {
  const plain = raw.replace(ESCAPES, '');
  if (!plain.includes('\r')) return plain;
  return plain
    .split('\n')
    .map((line) => withoutWiped(line))
    .join('\n');
};

/** Raw text without the pager's line at its end: once a key was pressed it waits no more. */
export const withoutPager = (raw: string): string => {
  const at = raw.lastIndexOf(PAGER);
  return at < 0 ? raw : raw.slice(0, at);
};

/** Whether the pager's text is the last thing on the screen: only then may a key be pressed. */
export const pagerWaits = (screen: string): boolean => screen.endsWith(PAGER);

/** The last line on the screen, without the line ends before it. */
export const lastLine = (screen: string): string => {
  const from = Math.max(screen.lastIndexOf('\n'), screen.lastIndexOf('\r'));
  return screen.slice(from + 1);
};
