import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readTopHosts } from '../readers/tophosts';

/** The delivery queues by destination; `the.cpq.host` and `the.cpq.release.host` stand among them. */
export const tophosts = command({
  name: 'tophosts',
  words: ['tophosts'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [{ asks: 'Sort results by', answer: { item: 'Active Recipients' } }, switchMode, ownMachine],
  deadlineMs: 30_000,
  pasteable: true,
  harmless: 'prints the delivery queues; takes no lock, changes no state',
  source: 'TechNote 200068; TechNote 215929; CLI test library (ESA 13.5)',
  sample: 'tophosts-esa-cpq-down.txt',
  read: readTopHosts,
});
