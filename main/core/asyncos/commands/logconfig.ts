import { command } from '../command';
import { leaveMenu, ownMachine, switchLevel, switchMode } from '../prompts';
import { readLogConfig } from '../readers/logconfig';

/** The log subscriptions: is there a mail log, under which name? The level stands in the configuration only. */
export const logconfig = command({
  name: 'logconfig',
  words: ['logconfig'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [leaveMenu, switchLevel, switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints the list of log subscriptions and leaves its menu with Enter; no operation is chosen',
  source: 'TechNote 118315; CLI test library (ESA 11.0)',
  sample: 'logconfig-esa.txt',
  read: readLogConfig,
});
