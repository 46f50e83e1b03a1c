import { lineKind, numbersOf } from './kind';

/** The answer of the peer. An AsyncOS peer names its own MID in it: the key that joins both logs. */
export const midResponse = lineKind(
  {
    kind: 'mid-response',
    grade: 'sourced',
    source: 'CRIBL, TN118500, UG; Message K accepted for CPQ: QALIB',
    starts: ['mid * rid'],
    samples: [
      "MID 9001 RID [0] Response 'ok:  Message 4401 accepted'",
      "MID 24611465 RID [0] Response '2.0.0 Ok: queued as 3jjSKc6HnKz4GTHJ'",
      'MID 200257070 RID [0] Response 2.6.0 <37gva9$5uvbhe@mail.example.com> Queued mail for delivery',
    ],
    pattern: /^MID (\d+) RID \[([\d, ]*)\] Response '?(?:ok: {1,3}Message (\d+) accepted)?/i,
  },
  (parts) => ({
    mid: Number(parts[1]),
    rids: numbersOf(parts[2]),
    accepted: parts[3] === undefined ? null : Number(parts[3]),
  }),
);
