import { lineKind } from './kind';

/** The connection broke after the data: a duplicate may follow. */
export const possibleDelivery = lineKind(
  {
    kind: 'possible-delivery',
    grade: 'sourced',
    source: 'STW',
    starts: ['possible'],
    samples: ['Possible Delivery: DCID: 4641294 MID 8956463 to [0]'],
    pattern: /^Possible Delivery: DCID:? (\d+) MID (\d+)/i,
  },
  (parts) => ({ dcid: Number(parts[1]), mid: Number(parts[2]) }),
);
