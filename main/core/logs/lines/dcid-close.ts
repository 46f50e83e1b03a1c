import { lineKind } from './kind';

/** The delivery connection ended in order, about five seconds after its last message. */
export const dcidClose = lineKind(
  {
    kind: 'dcid-close',
    grade: 'sourced',
    source: 'UG',
    starts: ['dcid * close'],
    samples: ['DCID 301 close'],
    pattern: /^DCID (\d+) close\b/i,
  },
  (parts) => ({ dcid: Number(parts[1]) }),
);
