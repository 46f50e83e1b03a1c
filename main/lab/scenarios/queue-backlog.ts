import { scenario } from './scenario';

/** More is quarantined than one connection carries away: messages wait although every connection succeeds. */
export const queueBacklog = scenario({
  name: 'queue-backlog',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({ ...site, rush: { everyMs: 15_000, carried: 2 } }),
});
