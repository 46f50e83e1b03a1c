import { lineKind } from './kind';

/** The message waits for its next attempt. */
export const messagePending = lineKind(
  {
    kind: 'message-pending',
    grade: 'sourced',
    source: 'STW, SC4S',
    starts: ['mid * to', 'message * to'],
    samples: [
      'MID 154 to RID [0] pending till Wed Jul 20 10:15:41 2005 [Default]',
      'Message 548799 to RID [712290] pending till Mon Aug 10 09:56:56 2020',
    ],
    pattern: /^(?:MID|Message) (\d+) to RID \[([\d, ]*)\] pending till\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
