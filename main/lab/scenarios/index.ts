import { clusterInterfaceMissing } from './cluster-interface-missing';
import { healthy } from './healthy';
import { listenerSuspended } from './listener-suspended';
import { pathRefused } from './path-refused';
import { pathTimeout } from './path-timeout';
import { queueBacklog } from './queue-backlog';
import type { Scenario } from './scenario';
import { tlsAnonymousCipher } from './tls-anonymous-cipher';
import { tlsIntercepted } from './tls-intercepted';

/** Every scenario, by name. */
export const catalogue: readonly Scenario[] = [
  clusterInterfaceMissing,
  healthy,
  listenerSuspended,
  pathRefused,
  pathTimeout,
  queueBacklog,
  tlsAnonymousCipher,
  tlsIntercepted,
];
