import { command, type Reading } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readBy } from '../sift';

export interface Hop {
  readonly number: number;
  /** Null where nothing answered. */
  readonly address: string | null;
}
export interface Traceroute {
  readonly host: string | null;
  readonly address: string | null;
  readonly hops: readonly Hop[];
  /** Whether the last hop is the host itself. */
  readonly reached: boolean;
}

const HEAD = /^traceroute6? to (\S+) \(([^)]+)\)/;
// ` 1  gw.example.com (192.0.2.1)  0.5 ms  0.4 ms  0.4 ms`, ` 2  * * *` (FreeBSD).
const HOP = /^(\d{1,3})\s+(?:(\S+) \(([^)]+)\)|(\d[\d.]+|[0-9A-Fa-f]*:[0-9A-Fa-f:]+)|\*)(?:\s.*)?$/;

const readTraceroute = (text: string): Reading<Traceroute> => {
  const hops: Hop[] = [];
  let head: { host: string; address: string } | null = null;
  return readBy(
    text,
    () => [
      { test: /^Which interface do you want to trace from/i },
      { test: /^Please enter the host (?:to which you want to trace|you wish to trace)/i },
      { test: /^Press Ctrl-C to stop/i },
      { test: /^\d+[.)] / },
      {
        test: HEAD,
        take: (found) => {
          head = { host: found[1] ?? '', address: found[2] ?? '' };
        },
      },
      {
        test: HOP,
        take: (found) => hops.push({ number: Number(found[1]), address: found[3] ?? found[4] ?? null }),
      },
    ],
    () => {
      if (head === null) return null;
      return { ...head, hops, reached: hops.at(-1)?.address === head.address };
    },
  );
};

/**
 * The routers on the way to a host; a device that drops a port alone does not show here. Silent hops cost up to 15
 * seconds each, so the deadline may end it by Control-C, with the hops so far.
 */
export const traceroute = command({
  name: 'traceroute',
  words: ['traceroute'],
  lineArgument: { name: 'target', allowed: /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/, bare: true },
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 120_000,
  pasteable: false,
  harmless: 'sends some small packets on the way to one host and prints who answers',
  source: 'CLI test library (ESA 13.5), one-line form; FreeBSD for the lines',
  sample: 'traceroute.txt',
  read: readTraceroute,
});
