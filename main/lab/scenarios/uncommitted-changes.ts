import { scenario } from './scenario';

/** The wizard was finished and nobody committed on the SMA (TechNote 118026). Only the page shows it. */
export const uncommittedChanges = scenario({
  name: 'uncommitted-changes',
  direction: 'enable-disabled',
  cluster: 'standalone',
  esas: { least: 1, usual: 1 },
  symptoms: ['Commit Changes is yellow on sma1'],
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
  }),
});
