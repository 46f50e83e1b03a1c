import { lineKind } from './kind';

/** The log could not be pushed: a gap in the evidence, not a quarantine fault. */
export const logError = lineKind(
  {
    kind: 'log-error',
    grade: 'sourced',
    source: 'TN119199 as an alert text',
    starts: ['log'],
    samples: ['Log Error: Subscription Mail_Log: Network error while sending log data to syslog server'],
    pattern: /^Log Error: /i,
  },
  () => ({}),
);
