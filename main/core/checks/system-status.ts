import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { broken, check } from './check';
import { lineWhere } from './lines';

const Data = z.looseObject({
  asOf: z.string().nullish(),
  system: z.enum(['online', 'offline', 'receiving-suspended', 'delivery-suspended', 'work-queue-paused', 'unknown']),
  activeRecipients: z.number().nullish(),
  workQueue: z.number().nullish(),
  oldestMessage: z.string().nullish(),
});

/** Is the appliance online, or was something suspended? TechNote 118026. */
export const systemStatus = check({
  id: 'system-status',
  by: 'command',
  command: 'status',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('status'),
  read(answered) {
    if (answered.kind !== 'command') return broken(answered);
    const data = Data.safeParse(answered.report.data);
    if (!data.success || data.data.system === 'unknown') return broken(answered);
    const lines = lineWhere(answered.text, (line) => /^\s*system status:/i.test(line));
    const fine = data.data.system === 'online';
    return { outcome: fine ? 'passed' : 'failed', reason: fine ? null : 'fault-seen', data: data.data, lines };
  },
});
