import { lineKind } from './kind';

/** Envelope recipient. */
export const midRecipient = lineKind(
  {
    kind: 'mid-recipient',
    grade: 'sourced',
    source: 'UG, ELASTIC',
    starts: ['mid * icid'],
    samples: ['MID 6 ICID 5 RID 0 To: <mary@example.com>'],
    pattern: /^MID (\d+) ICID (\d+) RID (\d+) To: /i,
  },
  (parts) => ({ mid: Number(parts[1]), icid: Number(parts[2]), rid: Number(parts[3]) }),
);
