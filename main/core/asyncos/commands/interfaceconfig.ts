import { command } from '../command';
import { leaveMenu, ownMachine, switchMode } from '../prompts';
import { readInterfaces } from '../readers/interfaces';

/** The IP interfaces by name: the quarantine interface must exist under one name on every member of a cluster. */
export const interfaceconfig = command({
  name: 'interfaceconfig',
  words: ['interfaceconfig'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [leaveMenu, switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints the list of interfaces and leaves its menu with Enter; no operation is chosen',
  source: 'TechNote 200068; CLI test library (SMA 13.8)',
  sample: 'interfaceconfig-esa1.txt',
  read: readInterfaces,
});
