import { scenario } from './scenario';

/** The SMA’s component that asks ESAs where to deliver crashes at every release; the network is fine (TechNote 200068). */
export const commandClientFault = scenario({
  name: 'command-client-fault',
  direction: 'sma-to-esa',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    sma: { ...site.sma, odd: { ...site.sma.odd, crashes: 'command-client' } },
  }),
});
