import { lineKind } from './kind';

/** TLS stands, seen by the responder. With an anonymous suite this is the fault, not the success. */
export const icidTlsSuccess = lineKind(
  {
    kind: 'icid-tls-success',
    grade: 'sourced',
    source: 'TN118500, CRIBL',
    starts: ['icid * tls', 'cpq'],
    samples: [
      'ICID 282204970 TLS success',
      'ICID 60140302 TLS success protocol TLSv1 cipher AES128-SHA',
      'CPQ ICID 500 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384',
    ],
    pattern: /^(CPQ )?ICID (\d+) TLS success(?: protocol (\S+))?(?: cipher (\S+))?/i,
  },
  (parts) => ({
    icid: Number(parts[2]),
    cpq: parts[1] !== undefined,
    protocol: parts[3] ?? null,
    cipher: parts[4] ?? null,
  }),
);
