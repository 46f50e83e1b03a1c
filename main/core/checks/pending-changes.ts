import { z } from 'zod';
import { eachAppliance } from './appliance-targets';
import { check } from './check';
import { fromCommand, passed } from './from-command';
import { lineWhere } from './lines';

const Data = z.looseObject({
  pending: z.boolean().nullable(),
  lines: z.array(z.looseObject({ line: z.number(), text: z.string() })),
});

/**
 * Does somebody's work wait for a commit? Read where it was pasted, never typed: changes belong to a session, so ours
 * would show none (domain page, uncommitted-changes). The wording is recalled.
 */
export const pendingChanges = check({
  id: 'pending-changes',
  by: 'command',
  command: 'showchanges',
  roles: ['esa', 'sma'],
  needs: [],
  seconds: 1,
  connections: 0,
  leaves: 0,
  limitMs: 20_000,
  data: Data,
  targets: eachAppliance(['esa', 'sma']),
  live: () => null,
  read: fromCommand(Data, (data, text) => {
    const none = lineWhere(text, (line) => /^\s*there (?:are|is) no/i.test(line));
    const seen = data.lines.slice(0, 20).map(({ line, text: words }) => ({ line, text: words, at: null }));
    return passed(data, data.pending === true ? seen : none);
  }),
});
