import { lineKind } from './kind';

/** Delivery to one destination is suspended. */
export const deliveriesSuspended = lineKind(
  {
    kind: 'deliveries-suspended',
    grade: 'sourced',
    source: 'STW',
    starts: ['deliveries'],
    samples: ['Deliveries are currently suspended [mail.example.com]'],
    pattern: /^Deliveries are currently suspended \[([^\]]*)\]/i,
  },
  (parts) => ({ host: (parts[1] ?? '').toLowerCase() }),
);
