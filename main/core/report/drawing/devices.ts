import { observed } from '../../checks';
import { clusterMembers } from '../../checks/cluster-members';
import { pseudoHost, queue } from '../../checks/queue';
import type { Answers, Appliance, Device, Drawing, Observation } from '../../model';

interface Seen {
  readonly answers: Answers;
  readonly observations: readonly Observation[];
}

/** An appliance with its address, and what waits in it. */
export const deviceOf = (input: Seen, appliance: Appliance): Device => {
  const [seen] = observed(input.observations, queue, { vantage: appliance.name });
  const waits = seen?.data.hosts.find((one) => one.host === pseudoHost(appliance.role))?.activeRecipients ?? 0;
  return {
    name: appliance.name,
    role: appliance.role,
    address: appliance.quarantine.address ?? appliance.host,
    note: waits > 0 ? { key: 'causes:queue-backlog.note', params: { count: String(waits) } } : null,
  };
};

export const clusterOf = (input: Seen, esas: readonly Appliance[]): Drawing['cluster'] => {
  if (input.answers.cluster !== 'cluster' || esas.length < 2) return null;
  const named = observed(input.observations, clusterMembers).find((one) => one.data.cluster !== null);
  const wanted = esas.map((one) => one.quarantine.interface).find((one) => one !== null) ?? null;
  return { name: named?.data.cluster ?? null, interface: wanted };
};
