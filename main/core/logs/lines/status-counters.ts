import { lineKind } from './kind';

/** Counters: the ids in it are no connections. */
export const statusCounters = lineKind(
  {
    kind: 'status-counters',
    grade: 'sourced',
    source: 'STW',
    starts: ['status:'],
    samples: ['Status: CPULd 3 DskIO 0 RAMUtil 1 CrtMID 414695 CrtICID 644374 CrtDCID 76943'],
    pattern: /^Status: /i,
  },
  () => ({}),
);
