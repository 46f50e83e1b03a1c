import type { Site } from '../../main/core/model';
import { isApplianceName } from '../../main/core/model';

/** The key of what is wrong with a name that was typed for an appliance, or null; `own` is the name it has now. */
export const nameFault = (site: Site, typed: string, own: string | null): string | null => {
  if (typed === '') return 'site.nameMissing';
  if (typed === own) return null;
  const taken = site.appliances.some((one) => one.name !== own && one.name.toLowerCase() === typed.toLowerCase());
  if (taken) return 'site.nameTaken';
  return isApplianceName(typed) ? null : 'site.nameWrong';
};
