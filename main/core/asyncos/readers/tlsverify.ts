import type { Reading } from '../command';
import { type Output, outputOf } from '../output';
import { type Rule, reading, sift } from '../sift';
import type { TelnetAttempt } from './telnet';

export interface TlsVerification {
  readonly domain: string | null;
  readonly host: string | null;
  readonly port: number | null;
  /** How the connect ended, in the words of `telnet`. */
  readonly outcome: TelnetAttempt['outcome'];
  readonly protocol: string | null;
  readonly cipher: string | null;
  /** By the rules of ordinary mail, which are not those of a quarantine connection; null: not said. */
  readonly verified: boolean | null;
}

interface Found {
  host: string | null;
  port: number | null;
  connected: boolean;
  protocol: string | null;
  cipher: string | null;
  verified: boolean | null;
}

/** Words behind a failed connect, as `telnet` has them. */
const REASONS: readonly (readonly [TelnetAttempt['outcome'], RegExp])[] = [
  ['refused', /connection refused/i],
  ['timed-out', /timed? ?out/i],
  ['unreachable', /no route to host|is unreachable/i],
  ['name-unknown', /not known|unknown host|could not resolve/i],
];

/** The lines of the composed sample: their shape is recalled, so none of them decides anything by itself. */
const rules = (found: Found): readonly Rule[] => [
  {
    test: /^Connecting to (\S+) on port (\d+)\.?$/,
    take: ([, host = '', port]) => {
      found.host = host;
      found.port = Number(port);
    },
  },
  {
    test: /^Connected to \S+(?: from interface \S+)?$/,
    take: () => {
      found.connected = true;
    },
  },
  {
    test: /^TLS connection established: protocol ([^\s,]+), cipher ([\w-]+)\.?$/,
    take: ([, protocol = null, cipher = null]) => {
      found.protocol = protocol;
      found.cipher = cipher;
    },
  },
  {
    test: /^TLS certificate (not )?verified\b/,
    take: ([, not]) => {
      found.verified = not === undefined;
    },
  },
  { test: /^(?:Checking TLS connection|Verifying (?:peer )?certificate|TLS verification completed)/ },
  { test: /^TLS connection to .+ (?:failed|succeeded)\.?$/ },
  { test: /^(?:TLS successfully connected to|Failed to connect to|Enter the (?:TLS domain|destination host))/ },
  { test: /connection refused|timed? ?out|no route to host|is unreachable|not known|unknown host/i },
];

const outcomeOf = (found: Found, text: string): TelnetAttempt['outcome'] | null => {
  if (found.connected || found.protocol !== null) return 'connected';
  return REASONS.find(([, words]) => words.test(text))?.[0] ?? null;
};

const answerTo = ({ questions }: Output, words: RegExp): string | null =>
  questions.find((one) => words.test(one.asks))?.answer || null;

/**
 * Reads one `tlsverify`. Without the word of how the connect ended there is no data. Source: CLI page, `tlsverify`
 * (recalled), sample tlsverify-cpq.txt.
 */
export const readTlsverify = (text: string): Reading<TlsVerification> => {
  const output = outputOf(text);
  const found: Found = { host: null, port: null, connected: false, protocol: null, cipher: null, verified: null };
  const unread = sift(output.lines, rules(found));
  const outcome = outcomeOf(found, output.lines.map((one) => one.text).join('\n'));
  if (outcome === null) return reading<TlsVerification>(null, unread, output, text);
  const { connected: _, ...said } = found;
  return reading({ domain: answerTo(output, /TLS domain/i), ...said, outcome }, unread, output, text);
};
