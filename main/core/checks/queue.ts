import { z } from 'zod';
import type { Role } from '../model';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, judgedBy } from './from-command';
import { lineWith } from './lines';

const Host = z.looseObject({
  host: z.string(),
  down: z.boolean(),
  activeRecipients: z.number().nullable(),
  connectionsOut: z.number().nullish(),
  delivered: z.number().nullish(),
  softBounced: z.number().nullish(),
  hardBounced: z.number().nullish(),
});
const Data = z.looseObject({ asOf: z.string().nullish(), hosts: z.array(Host) });

/** The pseudo destination in which messages wait (TechNote 200068). */
export const pseudoHost = (role: Role): string => (role === 'esa' ? 'the.cpq.host' : 'the.cpq.release.host');

/** How many messages wait for the other side? */
export const queue = check({
  id: 'queue',
  by: 'command',
  command: 'tophosts',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 2,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('tophosts'),
  read: fromCommand(Data, (data, text) => {
    const pseudo = data.hosts.filter((one) => /^the\.cpq\.(release\.)?host$/.test(one.host));
    const waits = pseudo.some((one) => (one.activeRecipients ?? 0) > 0);
    return judgedBy(
      waits,
      data,
      pseudo.flatMap((one) => lineWith(text, ` ${one.host} `)),
    );
  }),
});
