import { lineKind } from './kind';

/** Which policy table applied. */
export const midPolicy = lineKind(
  {
    kind: 'mid-policy',
    grade: 'sourced',
    source: 'TN212837; variants inferred',
    starts: ['mid * matched'],
    samples: ['MID 64855 matched all recipients for per-recipient policy DEFAULT in the inbound table'],
    pattern: /^MID (\d+) matched (?:all|some) recipients\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
