import { lineKind } from './kind';

/** Envelope sender. */
export const midFrom = lineKind(
  {
    kind: 'mid-from',
    grade: 'sourced',
    source: 'UG',
    starts: ['mid * icid'],
    samples: ['MID 6 ICID 5 From: <sender@example.com>'],
    pattern: /^MID (\d+) ICID (\d+) From: /i,
  },
  (parts) => ({ mid: Number(parts[1]), icid: Number(parts[2]) }),
);
