import { stringify } from 'yaml';
import type { Appliance, Auth, Jump, SecretSource, Site } from '../model';

/** Leaves out what says nothing, so that the written profile reads like one that a person wrote. */
const said = (values: Record<string, unknown>): Record<string, unknown> | undefined => {
  const kept = Object.entries(values).filter(
    ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return kept.length === 0 ? undefined : Object.fromEntries(kept);
};

const secretOf = (source: SecretSource): Record<string, unknown> => ({ ...source });

const authOf = (auth: Auth | null): Record<string, unknown> | undefined => {
  if (auth === null) return undefined;
  if (auth.kind === 'agent') return { agent: auth.fingerprint ?? true };
  if (auth.kind === 'password')
    return 'file' in auth.password ? { passwordFile: auth.password.file } : { password: secretOf(auth.password) };
  return said({ key: auth.key, passphrase: auth.passphrase === null ? null : secretOf(auth.passphrase) });
};

const jumpOf = (jump: Jump | null): Record<string, unknown> | undefined =>
  jump === null ? undefined : said({ ...jump, auth: authOf(jump.auth) });

const applianceOf = (one: Appliance): Record<string, unknown> | undefined =>
  said({
    name: one.name,
    role: one.role,
    host: one.host,
    sshPort: one.host === null && one.sshPort === 22 ? null : one.sshPort,
    user: one.user,
    auth: authOf(one.auth),
    jump: jumpOf(one.jump),
    hostKey: one.hostKey,
    quarantine: said(one.quarantine),
    materials: said(one.materials),
  });

/** The profile of a site as YAML that `readProfile` reads back to the same site. Never holds a secret. */
export const writeProfile = (site: Site): string =>
  stringify(
    {
      ...said({ case: site.case, direction: site.direction, cluster: site.cluster, symptoms: site.symptoms }),
      appliances: site.appliances.map(applianceOf),
      ...said({ materials: site.materials }),
    },
    { lineWidth: 0 },
  );
