import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { broken, check } from './check';
import { lineWhere } from './lines';

const Side = z.looseObject({ method: z.string().nullable(), ciphers: z.string().nullable() });
const Data = z.looseObject({ inbound: Side.nullable(), outbound: Side.nullable() });

/** Which cipher lists does the appliance offer and accept for SMTP? TechNotes 117855, 117864. */
export const cipherLists = check({
  id: 'cipher-lists',
  by: 'command',
  command: 'sslconfig',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('sslconfig'),
  read(answered) {
    if (answered.kind !== 'command') return broken(answered);
    const data = Data.safeParse(answered.report.data);
    if (!data.success) return broken(answered);
    const label = (side: string) =>
      lineWhere(answered.text, (line) => new RegExp(`^\\s*${side} SMTP ciphers:`, 'i').test(line));
    return { outcome: 'passed', reason: null, data: data.data, lines: [...label('outbound'), ...label('inbound')] };
  },
});
