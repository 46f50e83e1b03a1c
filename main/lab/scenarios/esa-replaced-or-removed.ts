import { scenario } from './scenario';

/** The second ESA was taken out of the SMA while releases for it wait there. */
export const esaReplacedOrRemoved = scenario({
  name: 'esa-replaced-or-removed',
  direction: 'sma-to-esa',
  cluster: 'standalone',
  esas: { least: 2, usual: 2 },
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, manages: ['esa1'] } },
  }),
});
