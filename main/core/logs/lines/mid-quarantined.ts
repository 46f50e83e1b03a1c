import { lineKind } from './kind';

/** The message lies in a quarantine of this appliance. */
export const midQuarantined = lineKind(
  {
    kind: 'mid-quarantined',
    grade: 'sourced',
    source: 'SMAHELP, UG; for a transferred message inferred',
    starts: ['mid * quarantined'],
    samples: [
      'MID 482 quarantined to "Policy" (message filter:policy_violation)',
      'MID 6509657 quarantined to "Policy" (DLP violation)',
    ],
    pattern: /^MID (\d+) quarantined to "(Unclassified"(?: |$))?/i,
  },
  (parts) => ({ mid: Number(parts[1]), unclassified: parts[2] !== undefined }),
);
