import { scenario } from './scenario';

/** Something between the ESAs and the SMA swallows the connections; the laptop, elsewhere in the network, gets through. */
export const pathTimeout = scenario({
  name: 'path-timeout',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'swallow' })),
  }),
});
