import { lineKind } from './kind';

/** The spam quarantine: never the centralized policy quarantine. */
export const spamQuarantine = lineKind(
  {
    kind: 'spam-quarantine',
    grade: 'sourced',
    source: 'CRIBL, STW',
    starts: ['isq:', 'euq:', 'rpc'],
    samples: [
      'ISQ: Tagging MID 24611434 for quarantine',
      'EUQ: Quarantined MID 4433',
      'EUQ: Reinjected MID 4433 as MID 4449',
      'RPC Delivery start RCID 4051 MID 14077 to local IronPort Spam Quarantine',
      'RPC Message done RCID 4051 MID 14077',
    ],
    pattern: /^(?:ISQ|EUQ|RPC (?:Delivery start|Message done))\b/i,
  },
  () => ({}),
);
