import { lineKind, numbersOf } from './kind';

/** Read from the left, right behind the recipients: no outsider's text can stand there. */
const storeOf = (tail: string): 'quarantine' | 'spam' | null => {
  if (/^ to centrali[sz]ed policy quarantine\s*$/i.test(tail)) return 'quarantine';
  return /^ to (?:\w+ ){0,3}spam quarantine\s*$/i.test(tail) ? 'spam' : null;
};

/** A message begins on a delivery connection. */
export const deliveryStart = lineKind(
  {
    kind: 'delivery-start',
    grade: 'sourced',
    source: 'UG; the words of the quarantine TN200068, their place inferred from the spam twin',
    starts: ['delivery'],
    samples: [
      'Delivery start DCID 3 MID 4 to RID [0, 1]',
      'Delivery start DCID 301 MID 9001 to RID [0] to Centralized Policy Quarantine',
      'Delivery start DCID 6565554 MID 24611424 to RID [0] to offbox IronPort Spam Quarantine',
    ],
    pattern: /^Delivery start DCID (\d+) MID (\d+) to RID \[([\d, ]*)\](.*)$/i,
  },
  (parts) => ({
    dcid: Number(parts[1]),
    mid: Number(parts[2]),
    rids: numbersOf(parts[3]),
    store: storeOf(parts[4] ?? ''),
  }),
);
