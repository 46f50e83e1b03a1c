import { lineKind } from './kind';

/** A bounce that could not be delivered either. */
export const doubleBounce = lineKind(
  {
    kind: 'double-bounce',
    grade: 'sourced',
    source: 'STW',
    starts: ['double'],
    samples: ['Double bounce: MID 8 to RID 0'],
    pattern: /^Double bounce: MID (\d+)/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
