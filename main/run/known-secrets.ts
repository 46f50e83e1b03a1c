import type { Auth, SecretSource, Site } from '../core/model';
import { readBounded } from '../disk';

const LARGEST = 64 * 1024;
type Environment = Readonly<Record<string, string | undefined>>;

const secretIn = async (source: SecretSource | null, env: Environment): Promise<string | null> => {
  if (source === null || 'given' in source) return null;
  if ('env' in source) return env[source.env] ?? null;
  const read = await readBounded(source.file, LARGEST);
  return read.ok ? read.bytes.toString('utf8').replace(/\r?\n$/, '') : null;
};

const sourceOf = (auth: Auth | null): SecretSource | null => {
  if (auth === null || auth.kind === 'agent') return null;
  return auth.kind === 'password' ? auth.password : auth.passphrase;
};

/** Every secret of a site that can be had again from its environment variables and files; a bundle must not hold them. */
export const knownSecrets = async (site: Site, env: Environment): Promise<string[]> => {
  const sources = site.appliances.flatMap((one) => [sourceOf(one.auth), sourceOf(one.jump?.auth ?? null)]);
  const values = await Promise.all(sources.map((source) => secretIn(source, env)));
  return values.flatMap((one) => (one === null || one === '' ? [] : [one]));
};
