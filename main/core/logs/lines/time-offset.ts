import { lineKind } from './kind';

/** Seconds east of UTC: local time is UTC plus this. */
export const timeOffset = lineKind(
  {
    kind: 'time-offset',
    grade: 'sourced',
    source: 'CRIBL, TN119199',
    starts: ['time'],
    samples: ['Time offset from UTC: -21600 seconds'],
    pattern: /^Time offset from UTC: (-?\d+) seconds/i,
  },
  (parts) => ({ east: Number(parts[1]) }),
);
