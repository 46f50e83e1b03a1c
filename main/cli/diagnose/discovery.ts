import { observed } from '../../core/checks';
import { clusterMembers } from '../../core/checks/cluster-members';
import type { Appliance, Observation, Site } from '../../core/model';
import { discovered } from '../../core/site';

/** Cluster members that an appliance named and the site does not know, without a way to log in. */
export const newMembers = (site: Site, observations: readonly Observation[]): readonly Appliance[] => {
  const groups = observed(observations, clusterMembers).flatMap((one) => one.data.groups);
  const names = groups.flatMap((one) => one.machines.map((machine) => machine.name));
  return discovered(names, site);
};
