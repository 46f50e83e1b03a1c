import type { Reading } from '../command';
import { count, readBy } from '../sift';
import { pasted } from './reader';

export interface RateLine {
  readonly time: string;
  readonly connectionsIn: number | null;
  readonly connectionsOut: number | null;
  readonly received: number | null;
  readonly completed: number | null;
  readonly queueKilobytes: number | null;
}
export interface Rate {
  readonly lines: readonly RateLine[];
}

const NUMBER = '\\s+(-?\\d[\\d,]*)';
// `01:36:30   0     0          7        0          6         0     323` (sample rate.txt).
const LINE = new RegExp(`^(\\d\\d:\\d\\d:\\d\\d)${NUMBER.repeat(7)}$`);

const lineOf = (found: RegExpExecArray): RateLine => ({
  time: found[1] ?? '',
  connectionsIn: count(found[2]),
  connectionsOut: count(found[3]),
  received: count(found[4]),
  completed: count(found[6]),
  queueKilobytes: count(found[8]),
});

const readRate = (text: string): Reading<Rate> => {
  const lines: RateLine[] = [];
  let heading = false;
  return readBy(
    text,
    () => [
      { test: /^Type Ctrl-C to return to the main prompt\.?$/i },
      {
        test: /^Time\s+Connections\s+Recipients\b/i,
        take: () => {
          heading = true;
        },
      },
      { test: /^In\s+Out\s+Received\b/i },
      { test: LINE, take: (found) => lines.push(lineOf(found)) },
    ],
    () => (heading || lines.length > 0 ? { lines } : null),
  );
};

/** What came and went, a line for each interval. */
export const rate = pasted({
  name: 'rate',
  words: ['rate'],
  notTyped: 'does not end by itself',
  source: 'CLI test library (SMA 13.8)',
  sample: 'rate.txt',
  read: readRate,
});
