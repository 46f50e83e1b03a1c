import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, judgedBy } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  asOf: z.string().nullish(),
  system: z.enum(['online', 'offline', 'receiving-suspended', 'delivery-suspended', 'work-queue-paused', 'unknown']),
  activeRecipients: z.number().nullish(),
  workQueue: z.number().nullish(),
  oldestMessage: z.string().nullish(),
  gauges: z.record(z.string(), z.union([z.number(), z.string()])).nullish(),
});

/** Messages that an appliance holds in quarantines of its own, as `status` counts them. */
export const HELD = 'Messages In Quarantine / Policy, Virus and Outbreak';
/** More than these an ESA should not hold itself (user guide 8.0, p. 27-9); what an SMA bears is unsourced. */
export const MOST_HELD = 20_000;

const isCrowded = (gauges: Readonly<Record<string, unknown>> | null | undefined): boolean =>
  Number(gauges?.[HELD] ?? 0) > MOST_HELD;

/** A word for the state that nobody knows says nothing about it. */
const NOT_UNDERSTOOD = { outcome: 'could-not-tell', reason: 'not-understood', data: null, lines: [] } as const;

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
  read: fromCommand(Data, (data, text) => {
    const lines = [
      ...lineWhere(text, (line) => /^\s*system status:/i.test(line)),
      ...(isCrowded(data.gauges) ? lineWhere(text, (line) => /^\s*Policy, Virus and Outbreak\s/.test(line)) : []),
    ];
    return data.system === 'unknown' ? NOT_UNDERSTOOD : judgedBy(data.system !== 'online', data, lines);
  }),
});
