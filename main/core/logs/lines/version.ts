import { lineKind } from './kind';

/** Release and serial number: which appliance wrote the file. */
export const version = lineKind(
  {
    kind: 'version',
    grade: 'sourced',
    source: 'CRIBL, UG',
    starts: ['version:'],
    samples: ['Version: 7.6.3-019 SN: 420D4FEA709365BFB3E3-0AF2EE5E700E'],
    pattern: /^Version: (\S+) SN: (\S+)/i,
  },
  (parts) => ({ version: parts[1] ?? '', serial: parts[2] ?? '' }),
);
