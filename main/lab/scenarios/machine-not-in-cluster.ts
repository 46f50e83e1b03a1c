import { scenario } from './scenario';

/** The cluster has a third member that nobody added to the SMA (TechNote 200083). */
export const machineNotInCluster = scenario({
  name: 'machine-not-in-cluster',
  direction: 'enable-disabled',
  cluster: 'cluster',
  esas: { least: 2, usual: 2 },
  apply: (site) => ({
    ...site,
    integrating: true,
    esas: site.esas.map((esa) => ({ ...esa, centralised: false })),
    cluster: { name: 'Main_Cluster', group: 'Main_Group', others: ['esa9.example.com'] },
  }),
});
