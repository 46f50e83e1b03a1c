import { lineKind } from './kind';

/** On an ESA: the message waits in the queue of the.cpq.host. The quarantine's name is free text. */
export const midEnqueued = lineKind(
  {
    kind: 'mid-enqueued',
    grade: 'sourced',
    source: 'CORR',
    starts: ['mid * enqueued'],
    samples: ['MID 9001 enqueued for transfer to centralized quarantine "Policy" (content filter Block_Exe)'],
    pattern: /^MID (\d+) enqueued for transfer to centrali[sz]ed quarantine\b/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
