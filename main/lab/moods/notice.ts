import { mood } from './mood';

/** A member of a cluster, whoever was told that it stands alone: what is set at cluster level brings the NOTICE. */
export const notice = mood({
  name: 'notice',
  apply: (site) => ({ ...site, cluster: site.cluster ?? { name: 'Main_Cluster', group: 'Main_Group' } }),
});
