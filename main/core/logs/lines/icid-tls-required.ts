import { lineKind } from './kind';

/** The peer did not ask for TLS. */
export const icidTlsRequired = lineKind(
  {
    kind: 'icid-tls-required',
    grade: 'sourced',
    source: 'STW',
    starts: ['icid * tls', 'cpq'],
    samples: ['ICID 8 TLS was required but remote host did not initiate it'],
    pattern: /^(CPQ )?ICID (\d+) TLS was required\b/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined }),
);
