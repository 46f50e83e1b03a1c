import { command } from '../command';
import { switchMode } from '../prompts';
import { readConnections } from '../readers/cluster';

/** The connections between the members of the cluster. Its layout is not sourced. */
export const clusterconfigConnstatus = command({
  name: 'clusterconfig-connstatus',
  words: ['clusterconfig', 'connstatus'],
  arguments: [],
  on: ['esa'],
  prompts: [switchMode],
  deadlineMs: 60_000,
  pasteable: false,
  harmless: 'prints the state of the connections between members',
  source: 'CLI test library, one-line form',
  sample: 'clusterconfig-connstatus.txt',
  read: readConnections,
});
