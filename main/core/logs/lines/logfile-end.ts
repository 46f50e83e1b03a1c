import { lineKind } from './kind';

/** The last line of a closed file. */
export const logfileEnd = lineKind(
  {
    kind: 'logfile-end',
    grade: 'inferred',
    source: 'recalled',
    starts: ['end'],
    samples: ['End Logfile'],
    pattern: /^End Logfile\b/i,
  },
  () => ({}),
);
