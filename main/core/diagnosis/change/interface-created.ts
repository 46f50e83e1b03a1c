import { isMachine } from '../../checks';
import { configuration } from '../../checks/configuration';
import { interfaces } from '../../checks/interfaces';
import type { Observation } from '../../model';
import { listenerOpens } from './listener-opens';
import { type Applied, rewrite, rewritten } from './on-paper';

const listed = (observation: Observation, name: string): Observation =>
  rewritten(
    observation,
    interfaces.data,
    (data) => ({ ...data, interfaces: [...data.interfaces, { name, address: null }] }),
    `1. ${name} (`,
  );

/** The member gets the interface of exactly the wanted name, and with it its hidden listener (TechNotes 200068, 200083). */
export const interfaceCreated: Applied<'interface-created'> = (paper, change) => {
  const appliance = paper.site.appliances.find((one) => one.name === change.appliance);
  if (appliance === undefined) return paper;
  const configured = (one: Observation) =>
    rewritten(one, configuration.data, (data) => {
      const missing = data.missingInterfaces.filter(
        ({ machine, interface: name }) => !(isMachine(appliance, machine) && name === change.interface),
      );
      const at = data.quarantine?.at ?? null;
      const added = { machine: appliance.name, name: change.interface, address: null, prefix: null, ssh: null };
      const own = one.vantage === appliance.name && at !== null ? [{ ...added, hostname: null, at }] : [];
      return { ...data, missingInterfaces: missing, interfaces: [...data.interfaces, ...own] };
    });
  const observations = rewrite(paper.observations, {
    interfaces: (one) => (one.vantage === appliance.name ? listed(one, change.interface) : one),
    configuration: configured,
  });
  return listenerOpens({ site: paper.site, observations }, { kind: 'listener-opens', appliance: appliance.name });
};
