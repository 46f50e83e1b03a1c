import type { Reading } from '../command';
import { fillsWidth, type Line, rejoin } from '../lines';
import { type Output, outputOf } from '../output';
import { reading } from '../sift';

export interface Grep {
  readonly expression: string | null;
  readonly log: string | null;
  /** The search was made and found nothing: no error of the tool. */
  readonly none: boolean;
  readonly lines: readonly { readonly line: number; readonly text: string }[];
}

// `Mon Mar  2 15:10:02 2026 Info: …`: each line of a mail log begins with its time (sample grep-batch-cpq.txt).
const TIMED = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d \d{4} /;
const NONE = /^No results were found/i;

/** The width breaks long log lines; the rest of a line has no time of its own. */
const unwrap = (lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  let before = '';
  for (const one of lines) {
    const last = joined.at(-1);
    if (last && fillsWidth(before) && !TIMED.test(one.text)) {
      const text = last.text + rejoin(before, one.text).slice(before.length);
      joined[joined.length - 1] = { line: last.line, text };
    } else joined.push(one);
    before = one.text;
  }
  return joined;
};

// `grep -e "port 7025" -i mail_logs`, `grep "CPQ ICID" mail_logs`.
const TYPED = /^grep\b(?:.*?"([^"]*)")?(?:.*?\s([A-Za-z0-9_.-]+))?\s*$/i;

const asked = (output: Output): readonly [string | null, string | null] => {
  const typed = TYPED.exec(output.typed ?? '');
  const answer = output.questions.find((one) => /regular expression/i.test(one.asks))?.answer;
  return [typed?.[1] ?? answer ?? null, typed?.[2] ?? null];
};

/** Reads the lines that `grep` found, in its one-line or its interactive form. */
export const readGrep = (text: string): Reading<Grep> => {
  const output = outputOf(text);
  const from = output.questions.at(-1)?.line ?? 0;
  const found = output.lines.filter((one) => one.line > from && !NONE.test(one.text.trim()));
  const none = output.lines.some((one) => NONE.test(one.text.trim()));
  const timed = found.some((one) => TIMED.test(one.text));
  const [expression, log] = asked(output);
  // Log lines may quote anything: an error is the command line's own only when no log line stands there.
  if (timed) return { data: { expression, log, none, lines: unwrap(found) }, unrecognised: [], error: null };
  return reading(none ? { expression, log, none, lines: [] } : null, found, output, text);
};
