import { lineKind } from './kind';

/** The peer is refused, but its recipients are still logged. */
export const icidDelayedReject = lineKind(
  {
    kind: 'icid-delayed-reject',
    grade: 'sourced',
    source: 'SC4S',
    starts: ['icid * delayed'],
    samples: ['ICID 67542 Delayed HAT REJECT continuing session for recipient logging (192.0.2.166)'],
    pattern: /^(CPQ )?ICID (\d+) Delayed HAT REJECT\b/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined }),
);
