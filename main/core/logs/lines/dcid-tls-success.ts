import { lineKind } from './kind';

/** ` for example.com`, ` the.cpq.host`; a ` CN=…` or ` CN: <…>` is a certificate's name, not a destination. */
const destination = (tail: string): string | null => {
  const word = tail.trim().replace(/^for /i, '');
  return word === '' || /^CN\b/i.test(word) || word.includes(' ') ? null : word.toLowerCase();
};

/** TLS stands. A tail names the destination or, in old releases, the certificate's CN. */
export const dcidTlsSuccess = lineKind(
  {
    kind: 'dcid-tls-success',
    grade: 'sourced',
    source: 'MSQA, CRIBL, SC4S, STW; the tail the.cpq.host is inferred',
    starts: ['dcid * tls'],
    samples: [
      'DCID 30 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-SHA384',
      'DCID 6565555 TLS success protocol TLSv1 cipher AES128-SHA ',
      'DCID 112095 TLS success protocol TLSv1 cipher AES128-SHA for example.com',
      'DCID 301 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384 for the.cpq.host',
      'DCID 33 TLS success CN: <mail.example.com>',
      'DCID 239490 TLS success protocol TLSv1 cipher RC4-SHA CN=mail.example.com',
    ],
    pattern: /^DCID (\d+) TLS success(?: protocol (\S+))?(?: cipher (\S+))?(.*)$/i,
  },
  (parts) => ({
    dcid: Number(parts[1]),
    protocol: parts[2] ?? null,
    cipher: parts[3] ?? null,
    destination: destination(parts[4] ?? ''),
  }),
);
