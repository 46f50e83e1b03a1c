import { lineKind } from './kind';

/** What the host access table said. Whether such lines exist for cpq_listener is unsourced. */
export const icidHat = lineKind(
  {
    kind: 'icid-hat',
    grade: 'sourced',
    source: 'TN212837, CRIBL, ELASTIC, STW',
    starts: ['icid * accept', 'icid * relay', 'icid * reject', 'icid * tcprefuse', 'icid * continue', 'cpq'],
    samples: [
      'ICID 3160 ACCEPT SG None match ALL SBRS not enabled country not enabled',
      'ICID 10152 RELAY SG RELAY_SG match 192.0.2.123 SBRS not enabled',
      'ICID 60140292 REJECT SG BLACKLIST match sbrs[-10.0:-2.5] SBRS -10.0',
      'ICID 0 TCPREFUSE SG BLACKLIST match sbrs[-10.0:-0.5] SBRS -9.9',
    ],
    pattern: /^(CPQ )?ICID (\d+) (ACCEPT|RELAY|REJECT|TCPREFUSE|CONTINUE) SG\b/i,
  },
  (parts) => ({ icid: Number(parts[2]), cpq: parts[1] !== undefined, action: (parts[3] ?? '').toUpperCase() }),
);
