import type { Reading } from '../command';
import { type Line, toLines } from '../lines';
import { type Output, outputOf, type Question } from '../output';
import { type Rule, reading, sift } from '../sift';

export interface TelnetAttempt {
  readonly interface: string | null;
  readonly host: string | null;
  readonly port: number | null;
  readonly outcome: 'connected' | 'refused' | 'timed-out' | 'unreachable' | 'name-unknown';
  readonly banner: string | null;
}

/** Phrases of the CLI test library (qa-sma telnet) and of FreeBSD's telnet; the first that occurs decides. */
const OUTCOMES: readonly (readonly [TelnetAttempt['outcome'], RegExp])[] = [
  ['connected', /^Connected to /im],
  ['refused', /Connection refused/i],
  ['timed-out', /(?:Operation|Connection) timed out/i],
  ['unreachable', /No route to host|(?:Network|Host) is (?:unreachable|down)/i],
  ['name-unknown', /hostname nor servname provided|not known|Unknown host/i],
];
const INTERFACE = /^(\d+)[.)]? (.+?)(?: \([^()]*\))?$/;

const answerTo = (questions: readonly Question[], words: RegExp): string | null =>
  questions.find((one) => words.test(one.asks))?.answer || null;

/** The name behind the chosen number of the interface list. */
const interfaceOf = (lines: readonly Line[], questions: readonly Question[]): string | null => {
  const asked = questions.find((one) => /which interface/i.test(one.asks));
  if (!asked) return null;
  const items = lines.filter((one) => one.line < asked.line).map((one) => INTERFACE.exec(one.text.trim()));
  return items.find((one) => one?.[1] === (asked.answer || '1'))?.[2] ?? null;
};

const lineOrQuestion = (output: Output): readonly [string | null, string | null] => {
  const typed = /^telnet\s+(\S+)(?:\s+(\d+))?$/i.exec(output.typed ?? '');
  return [
    answerTo(output.questions, /hostname or IP/i) ?? typed?.[1] ?? null,
    answerTo(output.questions, /remote port/i) ?? typed?.[2] ?? null,
  ];
};

/** What the peer said first; a line of telnet itself is no banner. */
const bannerOf = (lines: readonly Line[]): string | null => {
  const marker = lines.findIndex((one) => /^Escape character is/.test(one.text));
  const first = lines.slice(marker + 1).find((one) => one.text.trim() !== '');
  if (marker < 0 || !first || /^(?:Connection closed|telnet>|\^)/.test(first.text)) return null;
  return first.text;
};

/** `Trying …` and nothing more: filtered, once somebody gave up (Control-C, or the prompt came back). */
const gaveUp = (text: string): boolean => {
  const after = /Trying [^\n]*\n([\s\S]*)$/.exec(text)?.[1];
  return after !== undefined && (after.includes('^C') || /> ?$/.test(after.trimEnd()));
};

const outcomeOf = (text: string): TelnetAttempt['outcome'] | null =>
  OUTCOMES.find(([, phrase]) => phrase.test(text))?.[0] ?? (gaveUp(text) ? 'timed-out' : null);

const rules: readonly Rule[] = [
  { test: /^Please select which interface/i },
  { test: INTERFACE },
  { test: /^Enter the remote (?:hostname|port)/i },
  { test: /^Trying / },
  { test: /^Connected to / },
  { test: /^Escape character is/ },
  { test: /^telnet(?:: |> ?)/ },
  { test: /^Connection (?:closed|refused)/ },
  { test: /^Unable to connect to remote host/i },
  { test: /^(?:QUIT|quit)$/ },
  { test: /^\d{3}[ -]/ },
];

/** Reads one `telnet`, interactive or in one line. Without any outcome the text was cut off: error `cut-off`. */
export const readTelnet = (text: string): Reading<TelnetAttempt> => {
  const output = outputOf(text);
  const lines = toLines(text);
  const plain = lines.map((one) => one.text).join('\n');
  const outcome = outcomeOf(plain);
  const banner = outcome === 'connected' ? bannerOf(lines) : null;
  const unread = sift(output.lines, [...rules, { test: new RegExp(`^${escaped(banner ?? 'Connected to ')}`) }]);
  const [host, port] = lineOrQuestion(output);
  const trying = /^Trying ([0-9A-Fa-f.:]+?)\.*$/m.exec(plain)?.[1] ?? null;
  if (outcome === null) {
    const read = reading<TelnetAttempt>(null, unread, output, text);
    return read.error !== null || trying === null ? read : { ...read, error: { code: 'cut-off', text: '' } };
  }
  const chosen = interfaceOf(lines, output.questions);
  const data = { interface: chosen, host: host ?? trying, port: port === null ? null : Number(port), outcome, banner };
  return reading(data, unread, output, text);
};

const escaped = (text: string): string => text.trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
