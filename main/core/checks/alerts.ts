import { z } from 'zod';
import { atItsPrompt, eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  empty: z.boolean(),
  alerts: z.array(z.looseObject({ at: z.string(), text: z.string() })),
});

/** As many alerts as are quoted; the appliance lists the newest first. */
const MOST = 40;

/** Which alerts did the appliance store? The empty list is sourced (CLI test library), the layout of entries recalled. */
export const alerts = check({
  id: 'alerts',
  by: 'command',
  command: 'displayalerts',
  roles: ['esa', 'sma'],
  needs: ['ssh-session'],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 30_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: atItsPrompt('displayalerts'),
  read: fromCommand(Data, (data, text) => {
    const none = lineWhere(text, (line) => /there are no alerts stored/i.test(line));
    const lines = data.alerts
      .slice(0, MOST)
      // An entry wraps: the line that its text begins on is quoted.
      .flatMap((one) => lineWhere(text, (line) => line.includes(one.text.slice(0, 30))));
    return passed(data, [...none, ...lines]);
  }),
});
