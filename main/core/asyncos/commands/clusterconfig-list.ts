import { command } from '../command';
import { switchMode } from '../prompts';
import { readCluster } from '../readers/cluster';

/**
 * Groups and machines of the cluster. The whole line is the entry: the same word joins and removes machines without a
 * question when other words follow it, and its menu asks a standalone appliance to create a cluster.
 */
export const clusterconfigList = command({
  name: 'clusterconfig-list',
  words: ['clusterconfig', 'list'],
  arguments: [],
  on: ['esa'],
  prompts: [switchMode],
  deadlineMs: 30_000,
  pasteable: false,
  harmless: 'prints groups and machines; asks nothing in a cluster, and any question ends it',
  source: 'CLI test library, one-line form; backup script of Cisco TAC',
  sample: 'clusterconfig-list.txt',
  read: readCluster,
});
