import { scenario } from './scenario';

/** A member of the cluster has quarantine settings of its own (TechNote 200083). */
export const clusterLevelOverride = scenario({
  name: 'cluster-level-override',
  direction: 'enable-disabled',
  cluster: 'cluster',
  esas: { least: 2, usual: 2 },
  symptoms: ['Settings for this feature are defined at: Machine (esa2)'],
  apply: (site) => ({
    ...site,
    integrating: true,
    cluster: { name: 'Main_Cluster', group: 'Main_Group' },
    esas: site.esas.map((esa, at) => ({
      ...esa,
      centralised: false,
      odd: { ...esa.odd, overriddenPort: at === 1 ? 7026 : null },
    })),
  }),
});
