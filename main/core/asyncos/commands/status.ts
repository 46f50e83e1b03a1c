import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readStatus } from '../readers/status';

/** The appliance's state in short. */
export const status = command({
  name: 'status',
  words: ['status'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints system status, counters and gauges',
  source: 'TechNote 118026; CLI test library (ESA 13.5)',
  sample: 'status-offline.txt',
  read: readStatus,
});
