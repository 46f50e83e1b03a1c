import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWith } from './lines';

const Data = z.looseObject({
  product: z.string().nullish(),
  model: z.string().nullish(),
  version: z.string().nullish(),
  role: z.string().nullish(),
  serial: z.string().nullish(),
});

/** Which AsyncOS is this? It decides how a cipher list is expanded (domain page, section 6). */
export const version = check({
  id: 'version',
  by: 'command',
  command: 'version',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('version'),
  read: fromCommand(Data, (data, text) => passed(data, lineWith(text, 'Version:'))),
});
