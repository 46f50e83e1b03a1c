import { command } from '../command';
import { ownMachine, switchMode } from '../prompts';
import { readStatus } from '../readers/status';

/** The appliance's state with rates and all gauges; the same reader as `status`. */
export const statusDetail = command({
  name: 'status-detail',
  words: ['status', 'detail'],
  arguments: [],
  on: ['esa', 'sma'],
  prompts: [switchMode, ownMachine],
  deadlineMs: 20_000,
  pasteable: true,
  harmless: 'prints system status, counters, rates and gauges',
  source: 'CLI test library (ESA 13.5)',
  sample: 'status-detail-online.txt',
  read: readStatus,
});
