import { command } from '../command';
import { leaveMenu, ownMachine, switchLevel, switchMode } from '../prompts';
import { readListeners } from '../readers/listeners';

/** The visible listeners. `cpq_listener` is hidden here: its absence from the list says nothing (TechNote 200068). */
export const listenerconfig = command({
  name: 'listenerconfig',
  words: ['listenerconfig'],
  arguments: [],
  on: ['esa'],
  prompts: [leaveMenu, switchLevel, switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints the list of listeners and leaves its menu with Enter; no operation is chosen',
  source: 'TechNote 200068; CLI test library (ESA 11.0 to 13.5)',
  sample: 'listenerconfig-esa.txt',
  read: readListeners,
});
