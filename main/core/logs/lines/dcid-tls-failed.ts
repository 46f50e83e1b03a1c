import { lineKind, trimmed } from './kind';

/** The initiator gave up on TLS. Only the shape is sourced: the texts of a failed certificate check are inferred. */
export const dcidTlsFailed = lineKind(
  {
    kind: 'dcid-tls-failed',
    grade: 'sourced',
    source: 'STW, TN212587, MSQA for the receiving twin',
    starts: ['dcid * tls', 'dcid * starttls'],
    samples: [
      'DCID 80167 TLS failed: STARTTLS unexpected response',
      'DCID 8 STARTTLS command not supported.',
      'DCID 401 TLS failed: verify error: no certificate from server',
    ],
    pattern: /^DCID (\d+) (?:TLS failed:?(.*)|(STARTTLS command not supported.*))$/i,
  },
  (parts) => ({ dcid: Number(parts[1]), reason: trimmed(parts[2] ?? parts[3]) }),
);
