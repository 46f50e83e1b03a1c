import { lineKind } from './kind';

/** A recipient was not delivered. Read from the left: the rest holds addresses and the peer's answer. */
export const notDelivered = lineKind(
  {
    kind: 'not-delivered',
    grade: 'sourced',
    source: 'SPLDOC, UG, STW',
    starts: ['bounced:', 'delayed:'],
    samples: [
      "Delayed: DCID 8414309 MID 19410908 From: <a@example.com> To: <b@example.com> RID 0 - 4.3.2 - Not accepting messages at this time ('421', ['4.3.2 try again later'])",
      "Bounced: DCID 8413617 MID 19338947 From: <a@example.com> To: <b@example.com> RID 0 - 5.4.7 - Delivery expired (message too old) ('000', ['timeout'])",
      "Bounced: DCID 3 MID 4 to RID 0 - 5.1.0 - Unknown address error ('550', ['Relaying denied']) []",
      "Delayed: DCID: 4370 Message 10800 to 0 - 4.4.0 - Other network problem ('000', ['[Errno 54] Connection reset by peer']) []",
    ],
    pattern: /^(Bounced|Delayed): DCID:? (\d+) (?:MID|Message) (\d+) (.*)$/i,
  },
  (parts) => ({
    how: parts[1]?.toLowerCase() === 'bounced' ? ('bounced' as const) : ('delayed' as const),
    dcid: Number(parts[2]),
    mid: Number(parts[3]),
    text: parts[4] ?? '',
  }),
);
