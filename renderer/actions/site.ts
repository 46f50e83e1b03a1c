import type { Appliance, Problem, Site } from '../../main/core/model';
import { bridge } from '../bridge';
import { takeSessionTest } from '../stores/mirror';
import { answered, mirrored } from './reply';

export const saveSite = (id: string, site: Site): Promise<Problem | null> => mirrored(bridge().site.save({ id, site }));

export const addAppliance = (id: string, appliance: Appliance): Promise<Problem | null> =>
  mirrored(bridge().site.addAppliance({ id, appliance }));

export const importProfile = (id: string, name: string, text: string): Promise<Problem | null> =>
  mirrored(bridge().site.importProfile({ id, name, text }));

/** Hands the secret over and forgets it: it is not kept anywhere in the page. */
export const holdSecret = (id: string, appliance: string, secret: string): Promise<Problem | null> =>
  mirrored(bridge().secrets.hold({ id, appliance, secret }));

export const testSession = async (id: string, appliance: string): Promise<Problem | null> => {
  takeSessionTest(appliance, null);
  const reply = await answered(bridge().site.testSession({ id, appliance }));
  if (!reply.ok) return reply.problem;
  takeSessionTest(appliance, reply.value);
  return null;
};

/** Remembers the key that the engineer compared, then asks again. */
export const acceptHostKey = async (id: string, appliance: string, fingerprint: string): Promise<Problem | null> => {
  const problem = await mirrored(bridge().site.acceptHostKey({ id, appliance, fingerprint }));
  return problem ?? testSession(id, appliance);
};
