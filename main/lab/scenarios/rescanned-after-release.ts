import { scenario } from './scenario';

/** The filter that quarantined a message takes it again when it comes back. No fault of the connection. */
export const rescannedAfterRelease = scenario({
  name: 'rescanned-after-release',
  direction: 'sma-to-esa',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'healthy',
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, life: 'again' } },
  }),
});
