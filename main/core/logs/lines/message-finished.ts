import { lineKind } from './kind';

/** The message is over on this appliance. Alone this is no delivery: it also ends dropped messages. */
export const messageFinished = lineKind(
  {
    kind: 'message-finished',
    grade: 'sourced',
    source: 'UG; aborted inferred',
    starts: ['message'],
    samples: ['Message finished MID 9001 done', 'Message finished MID 9002 aborted'],
    pattern: /^Message finished MID (\d+)(?: (\w+))?/i,
  },
  (parts) => ({ mid: Number(parts[1]), how: (parts[2] ?? '').toLowerCase() }),
);
