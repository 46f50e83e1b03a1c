import type { Reading } from '../command';
import { type Line, rejoin } from '../lines';
import { moment } from '../moment';
import { outputOf } from '../output';
import { count, type Rule, reading, sift } from '../sift';

export interface TopHost {
  readonly host: string;
  readonly down: boolean;
  readonly activeRecipients: number | null;
  readonly connectionsOut: number | null;
  readonly delivered: number | null;
  readonly softBounced: number | null;
  readonly hardBounced: number | null;
}
export interface TopHosts {
  readonly asOf: string | null;
  readonly hosts: readonly TopHost[];
}

const COLUMNS = 5;
// `1*  the.cpq.host   131   0   3   3,166   0`: rank with the down mark glued to it (forum), then five numbers.
const ROW = /^(\d+)(\*?)\s+(\S.*?)((?:\s+\d[\d,]*)*)$/;
const NUMBERS = /^\d[\d,]*(?:\s+\d[\d,]*)*$/;
// Two heading lines; the width may break each in two (sample tophosts-wrapped.txt).
const HEADING = /^(?:(?:#|Recipient|Host|Active|Conn\.|Deliv\.|Soft|Hard|Recip\.|Out|Bounced)\s*)+$/;
const ORDER =
  /^\d\. (?:Active Recipients|Connections Out|Delivered Recipients|Hard Bounced Recipients|Soft Bounced Events)$/;

const numbersIn = (row: string): readonly string[] => (ROW.exec(row.trim())?.[4] ?? '').trim().split(/\s+/);

/** A row with fewer than five numbers takes the numbers that stand alone on the next line. */
const joinRows = (lines: readonly Line[]): readonly Line[] => {
  const joined: Line[] = [];
  for (const one of lines) {
    const last = joined.at(-1);
    const short = last !== undefined && ROW.test(last.text.trim()) && numbersIn(last.text).length < COLUMNS;
    if (short && NUMBERS.test(one.text.trim()))
      joined[joined.length - 1] = { line: last.line, text: rejoin(last.text, one.text) };
    else joined.push(one);
  }
  return joined;
};

/**
 * The last five numbers are the columns. With fewer, only the first is what it seems (active recipients): columns are
 * never shifted (TechNote 215929 prints a row of four).
 */
const hostOf = (found: RegExpExecArray): TopHost => {
  const numbers = (found[4] ?? '').trim().split(/\s+/).map(count);
  const whole = numbers.length >= COLUMNS;
  const [active = null, out = null, delivered = null, soft = null, hard = null] = whole
    ? numbers.slice(-COLUMNS)
    : [numbers[0] ?? null];
  return {
    host: [found[3] ?? '', ...numbers.slice(0, whole ? -COLUMNS : 0)].join(' ').trim(),
    down: found[2] === '*',
    activeRecipients: active,
    connectionsOut: out,
    delivered,
    softBounced: soft,
    hardBounced: hard,
  };
};

/** Reads the table of `tophosts`, with or without the question, wrapped or flattened. */
export const readTopHosts = (text: string): Reading<TopHosts> => {
  const output = outputOf(text);
  const hosts: TopHost[] = [];
  let asOf: string | null = null;
  let table = false;
  const begin = () => {
    table = true;
  };
  const rules: readonly Rule[] = [
    { test: /^Sort results by:?$/i },
    { test: ORDER },
    {
      test: /^Status as of:\s*(.*)$/i,
      // `status` says this line too, so alone it is no table.
      take: (found) => {
        asOf = moment(found[1] ?? '');
      },
    },
    { test: /^Hosts marked with '\*' were down/i, take: begin },
    { test: HEADING, take: begin },
    { test: ROW, take: (found) => hosts.push(hostOf(found)) },
  ];
  const unread = sift(joinRows(output.lines), rules);
  return reading(table || hosts.length > 0 ? { asOf, hosts } : null, unread, output, text);
};
