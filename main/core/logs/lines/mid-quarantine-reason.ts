import { lineKind } from './kind';

/** A held message got another reason. */
export const midQuarantineReason = lineKind(
  {
    kind: 'mid-quarantine-reason',
    grade: 'sourced',
    source: 'STW',
    starts: ['mid * quarantine'],
    samples: ['MID 18313985 quarantine "Outbreak" new reason (VOF rule:OUTBREAK_0000231)'],
    pattern: /^MID (\d+) quarantine "/i,
  },
  (parts) => ({ mid: Number(parts[1]) }),
);
