import { roleOfModel } from '../../core/asyncos';
import { isMachine } from '../../core/checks';
import type { Appliance, SessionReport, Site } from '../../core/model';

type Told = Pick<SessionReport, 'machine' | 'model'>;

/**
 * What a login said of itself that shows another appliance than the one meant: its machine name, when that is another
 * one's of the site, or its model, when that belongs to the other role. Null where nothing contradicts; a machine name
 * that the site does not know contradicts nothing, since profiles name appliances as they like.
 */
export const wrongAppliance = (site: Site, meant: Appliance, { machine, model }: Told): string | null => {
  const others = site.appliances.filter((one) => one.name !== meant.name);
  const anothers = machine !== null && !isMachine(meant, machine) && others.some((one) => isMachine(one, machine));
  if (anothers) return machine;
  const role = roleOfModel(model);
  return role !== null && role !== meant.role ? model : null;
};
