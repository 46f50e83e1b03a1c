import { lineKind } from './kind';

/** An engine scanned the message: that happens on an ESA. */
export const midVerdict = lineKind(
  {
    kind: 'mid-verdict',
    grade: 'sourced',
    source: 'CRIBL, SC4S, UG',
    starts: ['mid * interim', 'mid * using', 'mid * antivirus', 'mid * outbreak'],
    samples: [
      'MID 24611411 interim verdict using engine: CASE spam positive',
      'MID 24611411 using engine: CASE spam positive',
      'MID 24611434 interim AV verdict using Sophos CLEAN',
      'MID 24611434 antivirus negative ',
      'MID 24611434 Outbreak Filters: verdict negative',
    ],
    pattern: /^MID (\d+) (?:interim (?:AV )?verdict|using engine:|antivirus|Outbreak Filters:)/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
