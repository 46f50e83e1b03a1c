import { lineKind } from './kind';

/** The message waits for delivery. */
export const midQueued = lineKind(
  {
    kind: 'mid-queued',
    grade: 'sourced',
    source: 'UG, MSQA',
    starts: ['mid * queued'],
    samples: ['MID 14 queued for delivery'],
    pattern: /^MID (\d+) queued for delivery\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
