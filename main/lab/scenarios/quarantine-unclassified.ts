import { scenario } from './scenario';

/** Filters name a quarantine that was deleted on the SMA: messages land in Unclassified. */
export const quarantineUnclassified = scenario({
  name: 'quarantine-unclassified',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, life: 'unclassified' } },
  }),
});
