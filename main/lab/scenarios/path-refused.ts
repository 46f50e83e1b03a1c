import { scenario } from './scenario';

/** A reject rule stands between the ESAs and the SMA; the SMA listens, and the laptop reaches it. */
export const pathRefused = scenario({
  name: 'path-refused',
  direction: 'esa-to-sma',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    rules: site.esas.map((esa) => ({ from: esa.name, to: site.sma.name, does: 'reject' })),
  }),
});
