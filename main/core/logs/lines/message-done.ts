import { lineKind, numbersOf } from './kind';

/** Read from the left, right behind the recipients: logged headers stand further right. */
const storeOf = (tail: string): 'quarantine' | 'spam' | null => {
  if (/^ \(centrali[sz]ed policy quarantine\)/i.test(tail)) return 'quarantine';
  return /^ \(external quarantine\)/i.test(tail) ? 'spam' : null;
};

/** The peer took the message. Logged headers may follow: they are an outsider's text. */
export const messageDone = lineKind(
  {
    kind: 'message-done',
    grade: 'sourced',
    source: "UG, CRIBL, ELASTIC; the quarantine's mark inferred from the spam twin",
    starts: ['message'],
    samples: [
      'Message done DCID 5 MID 4 to RID [0]',
      'Message done DCID 301 MID 9001 to RID [0] (centralized policy quarantine) ',
      'Message done DCID 6565554 MID 24611424 to RID [0] (external quarantine) ',
      "Message done DCID 8 MID 6 to RID [0] [('from', 'service@example.com')]",
    ],
    pattern: /^Message done DCID (\d+) MID (\d+) to RID \[([\d, ]*)\](.*)$/i,
  },
  (parts) => ({
    dcid: Number(parts[1]),
    mid: Number(parts[2]),
    rids: numbersOf(parts[3]),
    store: storeOf(parts[4] ?? ''),
  }),
);
