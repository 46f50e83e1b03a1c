import { scenario } from './scenario';

/** Nobody released anything: the retention time of the quarantine is over. No fault. */
export const leftByRetention = scenario({
  name: 'left-by-retention',
  direction: 'sma-to-esa',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'healthy',
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, life: 'left' } },
  }),
});
