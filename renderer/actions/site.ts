import type { Appliance, Problem, Site } from '../../main/core/model';
import { bridge } from '../bridge';
import { takeSessionTest } from '../stores/mirror';
import { answered, mirrored } from './reply';

export const saveSite = (id: string, site: Site): Promise<Problem | null> => mirrored(bridge().site.save({ id, site }));

export const addAppliance = (id: string, appliance: Appliance): Promise<Problem | null> =>
  mirrored(bridge().site.addAppliance({ id, appliance }));

export const importProfile = (id: string, name: string, text: string): Promise<Problem | null> =>
  mirrored(bridge().site.importProfile({ id, name, text }));

/** Whose secret it is, and whether it is one code of a second factor. */
export interface SecretKind {
  readonly what?: 'secret' | 'code';
  readonly ofJump?: boolean;
}

/** Hands the secret over and forgets it: it is not kept anywhere in the page. */
export const holdSecret = (
  id: string,
  appliance: string,
  secret: string,
  kind: SecretKind = {},
): Promise<Problem | null> => mirrored(bridge().secrets.hold({ id, appliance, secret, ...kind }));

/** `again`: offer the credential once more although it was refused. */
export const testSession = async (id: string, appliance: string, again = false): Promise<Problem | null> => {
  takeSessionTest(appliance, null);
  const reply = await answered(bridge().site.testSession({ id, appliance, ...(again ? { again } : {}) }));
  if (!reply.ok) return reply.problem;
  takeSessionTest(appliance, reply.value);
  return null;
};

/** Remembers the key that the engineer compared, then asks again. */
export const acceptHostKey = async (id: string, appliance: string, fingerprint: string): Promise<Problem | null> => {
  const problem = await mirrored(bridge().site.acceptHostKey({ id, appliance, fingerprint }));
  return problem ?? testSession(id, appliance);
};
