import { lineKind } from './kind';

/** A message made from another one. */
export const midGenerated = lineKind(
  {
    kind: 'mid-generated',
    grade: 'sourced',
    source: 'CRIBL, STW, UG',
    starts: ['mid * was'],
    samples: [
      "MID 24611495 was generated based on MID 24611421 by bcc filter 'FireEye_BCC'",
      'MID 12 was generated for bounce of MID 11',
      'MID 7 was split creating MID 8 due to a per-recipient policy',
    ],
    pattern: /^MID (\d+) was (?:generated|split)\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
