import { lineKind } from './kind';

/** The message is in, whole. */
export const midReady = lineKind(
  {
    kind: 'mid-ready',
    grade: 'sourced',
    source: 'UG',
    starts: ['mid * ready'],
    samples: ['MID 6 ready 100 bytes from <sender@example.com>'],
    pattern: /^MID (\d+) ready (\d+) bytes\b/i,
  },
  (parts) => ({ mid: Number(parts[1]), bytes: Number(parts[2]) }),
);
