import { lineKind } from './kind';

/** The message ended without delivery. */
export const messageAborted = lineKind(
  {
    kind: 'message-aborted',
    grade: 'sourced',
    source: 'CRIBL, STW',
    starts: ['message'],
    samples: ['Message aborted MID 24611411 Dropped by CASE', 'Message aborted MID 4 Receiving aborted by sender'],
    pattern: /^Message aborted MID (\d+)\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
