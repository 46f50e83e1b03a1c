import { scenario } from './scenario';

/** The SMA was replaced; the ESAs still dial an address that nobody answers any more. What is seen is the time-out, its reason is what was told. */
export const smaFailover = scenario({
  name: 'sma-failover',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: ['path-timeout'],
  symptoms: ['The old SMA was replaced on Sunday'],
  apply: (site) => ({
    ...site,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'swallow' })),
  }),
});
