import { scenario } from './scenario';

/** A reject rule was there for half an hour and is gone: old log lines tell of it, newer ones of success. */
export const healedPathRefused = scenario({
  name: 'healed-path-refused',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  primary: [],
  verdict: 'healthy',
  apply: (site) => ({
    ...site,
    until: site.now - 30 * 60_000,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'reject' })),
  }),
});
