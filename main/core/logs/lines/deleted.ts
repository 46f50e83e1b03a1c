import { lineKind } from './kind';

/** Somebody deleted the recipients of a queued message: that mail is gone. */
export const deleted = lineKind(
  {
    kind: 'deleted',
    grade: 'sourced',
    source: 'STW',
    starts: ['deleted:'],
    samples: ['Deleted: MID 3 to [0]'],
    pattern: /^Deleted: MID (\d+) to\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
