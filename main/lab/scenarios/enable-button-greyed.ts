import { scenario } from './scenario';

/** Everything is set up and committed; the page was loaded before the SMA was ready (TechNotes 200068, 118026). */
export const enableButtonGreyed = scenario({
  name: 'enable-button-greyed',
  direction: 'enable-disabled',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
  }),
});
