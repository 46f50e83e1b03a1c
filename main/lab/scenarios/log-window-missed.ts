import { scenario } from './scenario';

/** A reject rule since an hour; the SMA’s logs reach back a few minutes only, so their silence proves nothing. */
export const logWindowMissed = scenario({
  name: 'log-window-missed',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: ['path-refused'],
  apply: (site) => ({
    ...site,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'reject' })),
    sma: { ...site.sma, odd: { ...site.sma.odd, logMinutes: 5 } },
  }),
});
