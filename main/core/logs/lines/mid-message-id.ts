import { lineKind } from './kind';

/** An outsider's text. */
export const midMessageId = lineKind(
  {
    kind: 'mid-message-id',
    grade: 'sourced',
    source: 'TN212837',
    starts: ['mid * message-id'],
    samples: ["MID 64855 Message-ID '<op.zfdwolzf0ubsb2@mathew.example.com>'"],
    pattern: /^MID (\d+) Message-ID\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
