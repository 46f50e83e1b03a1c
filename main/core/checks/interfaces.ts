import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  interfaces: z.array(
    z.looseObject({
      name: z.string(),
      address: z.string().nullable(),
      prefix: z.number().nullish(),
      port: z.string().nullish(),
      hostname: z.string().nullish(),
    }),
  ),
});

/** Which IP interfaces does the appliance have, by name? */
export const interfaces = check({
  id: 'interfaces',
  by: 'command',
  command: 'interfaceconfig',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('interfaceconfig'),
  read: fromCommand(Data, (data, text) =>
    passed(
      data,
      data.interfaces.flatMap((one) => lineWhere(text, (line) => line.includes(`. ${one.name} (`))),
    ),
  ),
});
