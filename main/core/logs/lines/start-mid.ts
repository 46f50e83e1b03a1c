import { lineKind } from './kind';

/** A message begins on a receiving connection; ICID 0 means that the appliance made it itself. */
export const startMid = lineKind(
  {
    kind: 'start-mid',
    grade: 'sourced',
    source: 'UG',
    starts: ['start'],
    samples: ['Start MID 6 ICID 5', 'Start MID 4410 ICID 0'],
    pattern: /^Start MID (\d+) ICID (\d+)/i,
  },
  (parts) => ({ mid: Number(parts[1]), icid: Number(parts[2]) }),
);
