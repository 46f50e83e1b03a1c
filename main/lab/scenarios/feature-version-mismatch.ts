import { scenario } from './scenario';

/** The ESA was upgraded before the SMA, and since then the SMA puts its messages off. */
export const featureVersionMismatch = scenario({
  name: 'feature-version-mismatch',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    esas: site.esas.map((esa) => ({ ...esa, version: '16.0.1-010' })),
    sma: { ...site.sma, odd: { ...site.sma.odd, answers: 'later' } },
  }),
});
