import { scenario } from './scenario';

/** What was released is still held in another quarantine. No fault of the connection. */
export const heldInOtherQuarantine = scenario({
  name: 'held-in-other-quarantine',
  direction: 'sma-to-esa',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'healthy',
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, life: 'held' } },
  }),
});
