import { lineKind, trimmed } from './kind';

/** TLS failed, seen by the responder. */
export const icidTlsFailed = lineKind(
  {
    kind: 'icid-tls-failed',
    grade: 'sourced',
    source: 'TN118500, MSQA; OpenSSL tuples behind it inferred',
    starts: ['icid * tls', 'cpq'],
    samples: [
      'ICID 282204971 TLS failed',
      'ICID 4 TLS failed: [Errno 54] Connection reset by peer',
      "ICID 301 TLS failed: (337092801, 'error:1417A0C1:SSL routines:tls_post_process_client_hello:no shared cipher')",
    ],
    pattern: /^(CPQ )?ICID (\d+) TLS failed:?(.*)$/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined, reason: trimmed(parts[3]) }),
);
