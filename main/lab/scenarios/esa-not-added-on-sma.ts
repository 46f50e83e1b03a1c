import { scenario } from './scenario';

/** The second ESA was never added to the SMA, so its Enable button is grey (TechNote 118461). */
export const esaNotAddedOnSma = scenario({
  name: 'esa-not-added-on-sma',
  direction: 'enable-disabled',
  cluster: 'standalone',
  esas: { least: 2, usual: 2 },
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
    sma: { ...site.sma, odd: { ...site.sma.odd, manages: ['esa1'] } },
  }),
});
