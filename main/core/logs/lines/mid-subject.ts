import { lineKind } from './kind';

/** An outsider's text. */
export const midSubject = lineKind(
  {
    kind: 'mid-subject',
    grade: 'sourced',
    source: 'CRIBL, MSQA, ELASTIC',
    starts: ['mid * subject'],
    samples: [
      "MID 64855 Subject 'sample'",
      'MID 14 Subject "Testing"',
      'MID 204841507 Subject Re: [example: #129226] FW: example',
    ],
    pattern: /^MID (\d+) Subject\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
