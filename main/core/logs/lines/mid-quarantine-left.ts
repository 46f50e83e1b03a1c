import { lineKind } from './kind';

/** A message left a quarantine, or all of them. */
export const midQuarantineLeft = lineKind(
  {
    kind: 'mid-quarantine-left',
    grade: 'sourced',
    source: 'SMAHELP, STW, TN118286',
    starts: ['mid * released', 'mid * deleted'],
    samples: [
      'MID 483 released from quarantine "Policy" (queue full)',
      'MID 4401 released from quarantine "Policy" (manual) t=3605',
      'MID 9735 released (attachments stripped) from quarantine "Outbreak" (queue full) t=190',
      'MID 484 deleted from quarantine "Anti-Virus" (expired)',
      'MID 483 released from all quarantines',
      'MID 484 deleted from all quarantines',
    ],
    pattern: /^MID (\d+) (released|deleted)(?: \([^)]*\))? from (all quarantines|quarantine)\b(?:.*\(([^()]*)\))?/i,
  },
  (parts) => ({
    mid: Number(parts[1]),
    released: parts[2]?.toLowerCase() === 'released',
    all: parts[3]?.toLowerCase() === 'all quarantines',
    /** `manual`, `expired`, `queue full`: the last thing said, because a quarantine's name may hold parentheses. */
    reason: parts[4]?.toLowerCase() ?? null,
  }),
);
