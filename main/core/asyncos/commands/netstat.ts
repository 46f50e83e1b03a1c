import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readNetstat } from '../readers/netstat';

/** The appliance's own sockets: does something listen on the quarantine port? */
export const netstat = command({
  name: 'netstat',
  words: ['netstat'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [
    { asks: 'Choose the information you want to display', answer: { item: 'List of active sockets' } },
    { asks: 'Select the ip version', answer: { item: 'Both' } },
    // Both questions only choose how addresses are printed; names or cut addresses would prove nothing.
    { asks: 'Show network addresses as numbers', answer: { say: 'Y' } },
    { asks: 'Avoid truncating addresses', answer: { say: 'Y' } },
    switchMode,
    ownMachine,
  ],
  deadlineMs: 30_000,
  pasteable: false,
  harmless: 'prints the table of sockets',
  source: 'CLI test library (ESA 13.0)',
  sample: 'netstat-sockets-sma.txt',
  read: readNetstat,
});
