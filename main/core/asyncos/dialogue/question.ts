import { lastLine } from './screen';

export interface ListItem {
  readonly number: string;
  readonly text: string;
}

/** What stands last on the screen and waits for an answer. */
export interface Question {
  /** `[default]> `: a question of the command line. `secret`: a password is asked. `other`: anything else that waits. */
  readonly kind: 'bracket' | 'secret' | 'other';
  /** The paragraph that asks, joined to one line. */
  readonly heading: string;
  /** The line that asks: the last one of the heading. */
  readonly asking: string;
  /** The paragraph before it, joined to one line. */
  readonly before: string;
  readonly items: readonly ListItem[];
  /** Names of the operations that the paragraph offers (`- VERIFY - Verify and show ssl cipher list.`). */
  readonly operations: readonly string[];
  /** The text in the brackets; Enter alone would take it. */
  readonly default: string | null;
}

const LOOK_BACK_LINES = 200;
const BRACKET = /^(.*)\[([^[\]]*)\]> ?$/;
const SECRET = /pass(?:word|phrase)\b[^\r\n]{0,80}: ?$/i;
const YES_NO = /(?:\((?:y\/n|yes\/no)\)|\[(?:y\/n|yes\/no)\])[:?]? ?$/i;
const CUT_BRACKET = /\]> ?$/;
const ASKS = /\? ?$/;
/** Numbered lists come in three shapes: `1. text`, `1) text`, `1  text`. Source: the vendor's test library. */
const ITEM = /^ {0,8}(\d{1,3})(?:[.)] {0,4}| {2,8})(\S.*)$/;
const OPERATION = /^ {0,4}- ([A-Z]\w*) - /;

const joined = (lines: readonly string[]): string => lines.join(' ').replace(/\s+/g, ' ').trim();
const blank = (line: string): boolean => line.trim() === '';

/** The last paragraph of the lines, and the lines before it. */
const lastParagraph = (lines: readonly string[]): { paragraph: string[]; rest: string[] } => {
  let end = lines.length;
  while (end > 0 && blank(lines[end - 1] ?? '')) end -= 1;
  let start = end;
  while (start > 0 && !blank(lines[start - 1] ?? '')) start -= 1;
  return { paragraph: lines.slice(start, end), rest: lines.slice(0, start) };
};

/** List items with their continuation lines (a narrow terminal breaks long ones); operations are no items. */
const itemsOf = (lines: readonly string[]): ListItem[] => {
  const items: { number: string; text: string }[] = [];
  for (const line of lines) {
    const seen = ITEM.exec(line);
    const last = items[items.length - 1];
    if (seen !== null) items.push({ number: seen[1] ?? '', text: (seen[2] ?? '').trim() });
    else if (last !== undefined && !OPERATION.test(line)) last.text = `${last.text} ${line.trim()}`;
  }
  return items;
};

const kindOf = (line: string): Question['kind'] | null => {
  if (SECRET.test(line)) return 'secret';
  if (YES_NO.test(line)) return 'other';
  if (BRACKET.test(line)) return 'bracket';
  return CUT_BRACKET.test(line) || ASKS.test(line) ? 'other' : null;
};

/** Heading and items of the text above the brackets; a list may be set apart from its heading by a blank line. */
const blockAbove = (above: readonly string[], inline: string) => {
  const { paragraph, rest } = lastParagraph(above);
  if (inline.trim() !== '') {
    return { heading: [...paragraph, inline], items: [], before: lastParagraph(rest).paragraph };
  }
  const first = paragraph.findIndex((line) => ITEM.test(line) || OPERATION.test(line));
  if (first > 0) {
    const items = itemsOf(paragraph.slice(first));
    return { heading: paragraph.slice(0, first), items, before: lastParagraph(rest).paragraph };
  }
  if (first < 0) return { heading: paragraph, items: [], before: lastParagraph(rest).paragraph };
  const asked = lastParagraph(rest);
  return { heading: asked.paragraph, items: itemsOf(paragraph), before: lastParagraph(asked.rest).paragraph };
};

/**
 * The question that stands last on the screen, or null when nothing waits there. Test prompts first:
 * `[Disconnected]> ` has the shape of a question. Grammar: asyncos-cli.md section 3.
 */
export const questionAtEnd = (screen: string): Question | null => {
  const line = lastLine(screen);
  const kind = kindOf(line);
  if (kind === null) return null;
  const above = screen
    .slice(0, screen.length - line.length)
    .split(/\r*\n|\r/)
    .slice(-LOOK_BACK_LINES);
  const bracket = kind === 'bracket' ? BRACKET.exec(line) : null;
  const inline = bracket === null ? line : (bracket[1] ?? '');
  const { heading, items, before } = blockAbove(above, inline);
  return {
    kind,
    heading: joined(heading),
    asking: (heading[heading.length - 1] ?? '').trim(),
    before: joined(before),
    items,
    operations: lastParagraph(above).paragraph.flatMap((one) => OPERATION.exec(one)?.[1] ?? []),
    default: bracket === null ? null : (bracket[2] ?? ''),
  };
};
