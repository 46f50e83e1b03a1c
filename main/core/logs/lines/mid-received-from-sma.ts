import { lineKind } from './kind';

/** On an ESA: a released message came back. The original MID is the one that this same ESA gave it at first. */
export const midReceivedFromSma = lineKind(
  {
    kind: 'mid-received-from-sma',
    grade: 'sourced',
    source: 'QALIB, CORR',
    starts: ['mid * received'],
    samples: [
      'MID 9050 received from the SMA 192.0.2.20 (MID originally 9001) on release from central quarantine',
      'MID 9051 received from the SMA 192.0.2.20 (MID originally 9002) on release from central quarantine "Outbreak"',
    ],
    pattern: /^MID (\d+) received from the SMA\b(?: ([0-9A-Fa-f.:]+))?(?: \(MID originally (\d+)\))?/i,
  },
  (parts) => ({
    mid: Number(parts[1]),
    address: parts[2] ?? null,
    originally: parts[3] === undefined ? null : Number(parts[3]),
  }),
);
