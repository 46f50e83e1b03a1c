import { lineKind } from './kind';

/** The first line of a file. */
export const logfileBegin = lineKind(
  {
    kind: 'logfile-begin',
    grade: 'sourced',
    source: 'CRIBL, UG, TN119199',
    starts: ['begin'],
    samples: ['Begin Logfile'],
    pattern: /^Begin Logfile\b/i,
  },
  () => ({}),
);
