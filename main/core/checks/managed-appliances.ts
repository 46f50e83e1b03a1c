import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWithWord } from './lines';

const Data = z.looseObject({
  appliances: z.array(z.looseObject({ name: z.string(), address: z.string(), authenticated: z.boolean().nullable() })),
});

/** Which ESAs does the SMA manage, and are keys exchanged with them? The list's layout is not sourced. */
export const managedAppliances = check({
  id: 'managed-appliances',
  by: 'command',
  command: 'applianceconfig',
  roles: ['sma'],
  needs: ['ssh-session'],
  seconds: 2,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: Data,
  targets: eachAppliance(['sma']),
  live: atItsPrompt('applianceconfig'),
  read: fromCommand(Data, (data, text) =>
    passed(
      data,
      data.appliances.flatMap((one) => lineWithWord(text, one.address)),
    ),
  ),
});
