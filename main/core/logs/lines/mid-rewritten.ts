import { lineKind } from './kind';

/** The message goes on under another number; the line can follow lines that use the new one. */
export const midRewritten = lineKind(
  {
    kind: 'mid-rewritten',
    grade: 'sourced',
    source: 'SMAHELP, UG, STW',
    starts: ['mid * rewritten'],
    samples: [
      'MID 483 rewritten to 513 by Policy Quarantine',
      'MID 483 rewritten to 513 by System Quarantine',
      'MID 12 rewritten to MID 13 by FILTER',
    ],
    pattern: /^MID (\d+) rewritten to (?:MID )?(\d+) by (.*)$/i,
  },
  (parts) => ({ mid: Number(parts[1]), next: Number(parts[2]), by: (parts[3] ?? '').trim() }),
);
