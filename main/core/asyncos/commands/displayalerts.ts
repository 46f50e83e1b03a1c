import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readAlerts } from '../readers/alerts';

/** The alerts stored on the appliance, newest first. */
export const displayalerts = command({
  name: 'displayalerts',
  words: ['displayalerts'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 30_000,
  pasteable: true,
  harmless: 'prints stored alerts',
  source: 'CLI test library (ESA 13.5) for the empty list',
  sample: 'displayalerts-empty.txt',
  read: readAlerts,
});
