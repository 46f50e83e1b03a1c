import { lineKind } from './kind';

/** The receiving connection ended. */
export const icidClose = lineKind(
  {
    kind: 'icid-close',
    grade: 'sourced',
    source: 'UG; spelled CPQ ICID inferred',
    starts: ['icid * close', 'cpq'],
    samples: ['ICID 5 close', 'CPQ ICID 500 close'],
    pattern: /^(CPQ )?ICID (\d+) close\b/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined }),
);
