import { scenario } from './scenario';

/** A component of the ESA crashes while it hands over quarantine mail; the network is fine and mail goes through. */
export const applicationFault = scenario({
  name: 'application-fault',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    esas: site.esas.map((esa) => ({ ...esa, odd: { ...esa.odd, crashes: 'quarantine' } })),
  }),
});
