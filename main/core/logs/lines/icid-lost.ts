import { lineKind } from './kind';

/** The peer went away. */
export const icidLost = lineKind(
  {
    kind: 'icid-lost',
    grade: 'sourced',
    source: 'MSQA',
    starts: ['icid * lost', 'cpq'],
    samples: ['ICID 4 lost'],
    pattern: /^(CPQ )?ICID (\d+) lost\b/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined }),
);
