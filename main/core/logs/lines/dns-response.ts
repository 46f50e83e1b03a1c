import { lineKind } from './kind';

/** A hint about name service. Pseudo destinations are never looked up. */
export const dnsResponse = lineKind(
  {
    kind: 'dns-response',
    grade: 'sourced',
    source: 'SC4S',
    starts: ['received'],
    samples: ["Received an invalid DNS Response: '' to IP 192.0.2.53 looking up host.example.com"],
    pattern: /^Received an invalid DNS Response\b/i,
  },
  () => ({}),
);
