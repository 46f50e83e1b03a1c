import { lineKind } from './kind';

/** A restart: ids go on, connections of before are over. */
export const systemStart = lineKind(
  {
    kind: 'system-start',
    grade: 'sourced',
    source: 'UG, STW',
    starts: ['system', 'smtp'],
    samples: ['System is coming up.', 'SMTP server starting on 192.0.2.1'],
    pattern: /^(?:System is coming up|SMTP server (?:starting|shut ?down))/i,
  },
  () => ({}),
);
