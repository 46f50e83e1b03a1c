import { mood } from './mood';

/**
 * A cluster that takes its modes at their word: `clusterconfig` offers to switch to cluster mode (UG 9.1.2, table 39-2),
 * and the way back asks which of several machines is meant.
 */
export const heedsModes = mood({
  name: 'heeds-modes',
  apply: (site) => ({ ...site, cluster: site.cluster && { ...site.cluster, heedsModes: true } }),
});
