import { lineKind } from './kind';

/** The listener refused the connection or a message. */
export const icidReceivingFailed = lineKind(
  {
    kind: 'icid-receiving-failed',
    grade: 'sourced',
    source: 'STW',
    starts: ['icid * receiving', 'cpq'],
    samples: [
      'ICID 33256263 Receiving Failed: Connection limit exceeded',
      'ICID 7 Receiving Failed: Message size exceeds limit',
    ],
    pattern: /^(CPQ )?ICID (\d+) Receiving Failed:? ?(.*)$/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined, reason: (parts[3] ?? '').trim() }),
);
