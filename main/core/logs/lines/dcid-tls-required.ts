import { lineKind } from './kind';

/** TLS failed; the line names no cause of its own. */
export const dcidTlsRequired = lineKind(
  {
    kind: 'dcid-tls-required',
    grade: 'sourced',
    source: 'STW',
    starts: ['dcid * ip'],
    samples: ['DCID 8 IP 192.0.2.20 TLS was required but could not be successfully negotiated'],
    pattern: /^DCID (\d+) IP (\S+) TLS was required\b/i,
  },
  (parts) => ({ dcid: Number(parts[1]), address: parts[2] ?? '' }),
);
