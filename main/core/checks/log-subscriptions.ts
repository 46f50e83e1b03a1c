import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  logs: z.array(z.looseObject({ name: z.string(), type: z.string() })),
  mailLogs: z.array(z.string()),
});

/** `3. mail_logs  Text Mail Logs  Manual Download`: the name that an appliance gave, whatever letters are in it. */
const nameIn = (line: string): string | null => /^\s*\d+[.)]?\s+(\S+)\s/.exec(line)?.[1] ?? null;

/** Does the appliance keep a text mail log at all? `logconfig`; TechNotes 118315, 200068. */
export const logSubscriptions = check({
  id: 'log-subscriptions',
  by: 'command',
  command: 'logconfig',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('logconfig'),
  read: fromCommand(Data, (data, text) => {
    const heading = lineWhere(text, (line) => /^\s*(?:currently configured logs|log name\s+log type)/i.test(line));
    const rows = data.logs.slice(0, 100).flatMap(({ name }) => lineWhere(text, (line) => nameIn(line) === name));
    return passed(data, [...heading, ...rows]);
  }),
});
