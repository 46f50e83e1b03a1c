import { type CliError, errorOf, isWrongMode } from './errors';
import { type Line, toLines, unbroken } from './lines';
import { type PromptLine, readPromptLine } from './prompt-line';

/** A question that the command line asked, with what was typed: `[default]> answer` (qa-esa: pattern `\[(.*)]> `). */
export interface Question {
  readonly line: number;
  /** The text before the brackets, or the nearest lines above it. */
  readonly asks: string;
  readonly answer: string;
}

/** The three-way NOTICE of a cluster: the machine inherits the setting, and from which level. */
export interface Notice {
  readonly mode: string;
  readonly from: string | null;
}

/** A command's text without its frame: what is left in `lines` is output. */
export interface Output {
  readonly lines: readonly Line[];
  readonly prompt: PromptLine | null;
  /** The machine that a prompt of this text names; after a switch of mode only the last one may. */
  readonly appliance: string | null;
  /** What was typed, from the echo behind the prompt. */
  readonly typed: string | null;
  readonly questions: readonly Question[];
  /** Names of the operations that a menu offered. */
  readonly operations: readonly string[];
  readonly notice: Notice | null;
  readonly error: CliError | null;
}

// `- VERIFY - Verify and show ssl cipher list.`
const OPERATION = /^- ([A-Z][A-Z0-9_]+) - /;
/** The longest question holds a whole cipher list as its default. */
const LONGEST = 4000;
const FRAME: readonly RegExp[] = [
  /^Choose the operation you want to perform:?$/i,
  OPERATION,
  /^\^C$/,
  /^This command is restricted to/i,
  /^What would you like to do\?$/i,
  /^\d\. (?:Switch modes to edit at mode|Start a new, empty configuration|Copy settings from another cluster mode)/,
  /^NOTICE: This configuration command has not yet been configured/i,
];
const NOTICE =
  /^NOTICE: This configuration command has not yet been configured for the current cluster mode \(([^)]*)\)/i;
const FROM = /^\d\. Switch modes to edit at mode "([^"]*)"/;

const noticeOf = (lines: readonly Line[]): Notice | null => {
  const first = lines.find((one) => /^\s*NOTICE:/i.test(one.text));
  const found = first ? NOTICE.exec(unbroken(lines, first).trim()) : null;
  if (!found) return null;
  const from = lines.map((one) => FROM.exec(one.text.trim())).find((one) => one !== null);
  return { mode: found[1] ?? '', from: from?.[1] ?? null };
};

const errorIn = (lines: readonly Line[]): CliError | null => {
  for (const one of lines) {
    const error = errorOf(one.text);
    if (error) return error;
  }
  return null;
};

/** A line is the prompt of this text when it stands first, or when it repeats the first one. */
const promptsOf = (lines: readonly Line[]): ReadonlyMap<number, PromptLine> => {
  const found = new Map<number, PromptLine>();
  const first = lines.find((one) => one.text !== '');
  const opening = first ? readPromptLine(first.text) : null;
  for (const one of lines) {
    const seen = readPromptLine(one.text);
    if (!seen) continue;
    const same = opening !== null && seen.name === opening.name;
    if (same || seen.mode !== 'standalone' || one === first) found.set(one.line, seen);
  }
  const last = lines.findLast((one) => one.text !== '');
  const closing = last ? readPromptLine(last.text) : null;
  if (last && closing && closing.typed === '' && closing.name.includes('.')) found.set(last.line, closing);
  return found;
};

const asksOf = (lines: readonly Line[], at: number, before: string): string =>
  before.trim() !== ''
    ? before.trim()
    : lines
        .slice(Math.max(0, at - 12), at)
        .map((one) => one.text.trim())
        .filter((text) => text !== '' && !OPERATION.test(text))
        .join('\n');

/** `[1]> 3`, `Show network addresses as numbers? [N]> y`, `[RC4-SHA:RC4-MD5:ALL]> `: the last brackets that ask. */
const questionIn = (text: string): { readonly before: string; readonly answer: string } | null => {
  if (text.length > LONGEST) return null;
  // The bracket that closes the one at hand, seen from the end; one look at each letter.
  let close = -1;
  for (let at = text.lastIndexOf(']>') + 1; at > 0; at -= 1) {
    if (text[at - 1] === ']') close = at - 1;
    if (text[at - 1] === '[' && text[close + 1] === '>')
      return { before: text.slice(0, at - 1), answer: text.slice(close + 2).trim() };
  }
  return null;
};

/**
 * Takes the frame off a command's text: prompt and echo, questions with their answers, operation lists, the NOTICE of a
 * cluster and blank lines. Text without any of these is output as a whole.
 */
export const outputOf = (text: string): Output => {
  const all = toLines(text);
  const prompts = promptsOf(all);
  const questions: Question[] = [];
  const lines = all.filter((one, at) => {
    const trimmed = one.text.trim();
    if (trimmed === '' || prompts.has(one.line)) return false;
    const asked = questionIn(one.text);
    if (asked) questions.push({ line: one.line, asks: asksOf(all, at, asked.before), answer: asked.answer });
    return asked === null && !FRAME.some((pattern) => pattern.test(trimmed));
  });
  const [prompt] = prompts.values();
  return {
    lines,
    prompt: prompt ?? null,
    appliance: [...prompts.values()].find((one) => one.appliance !== null)?.appliance ?? null,
    typed: prompt === undefined || prompt.typed === '' ? null : prompt.typed,
    questions,
    operations: all.flatMap((one) => OPERATION.exec(one.text.trim())?.[1] ?? []),
    notice: noticeOf(all),
    error: errorIn(lines),
  };
};

/** The error of a text that gave no data: what the command line said, or that it ran in the wrong mode. */
export const errorWithout = (output: Output, text: string): CliError | null => {
  if (output.error) return output.error;
  const wrong = toLines(text).find((one) => isWrongMode(one.text));
  return wrong ? { code: 'wrong-mode', text: wrong.text.trim() } : null;
};
