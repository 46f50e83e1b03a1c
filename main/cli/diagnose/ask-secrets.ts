import { type Auth, jumpSecretName, type Site } from '../../core/model';
import type { Door } from '../door';

/** A secret that the profile leaves to the engineer, `{ given: true }`, and the question for it. */
interface Wanted {
  readonly name: string;
  readonly asks: string;
}

interface Owner {
  readonly name: string;
  readonly user: string;
  readonly host: string;
  readonly auth: Auth | null;
}

const ownersIn = (site: Site): Owner[] =>
  site.appliances.flatMap(({ name, user, host, auth, jump }) => {
    if (user === null || host === null) return [];
    const before = jump === null ? [] : [{ ...jump, name: jumpSecretName(name) }];
    return [...before, { name, user, host, auth }];
  });

const wantedBy = ({ name, user, host, auth }: Owner, { words }: Door): Wanted[] => {
  const source = auth?.kind === 'password' ? auth.password : auth?.kind === 'key' ? auth.passphrase : null;
  if (auth === null || source === null || !('given' in source)) return [];
  const asks =
    auth.kind === 'key'
      ? words.say('cli:ask.passphrase', { name })
      : words.say('cli:ask.password', { name, user, host });
  return [{ name, asks }];
};

/**
 * Asks on the terminal for each secret that the profile leaves to the engineer and that is not there yet; before anything
 * is connected, so that no other line stands between. Answers those that were given.
 */
export const askSecrets = async (
  site: Site,
  known: ReadonlyMap<string, string>,
  door: Door,
): Promise<ReadonlyMap<string, string>> => {
  const secrets = new Map(known);
  const missing = ownersIn(site).flatMap((one) => (known.has(one.name) ? [] : wantedBy(one, door)));
  for (const { name, asks } of missing) {
    const secret = await door.ask(`${asks} `, { echo: false, signal: door.signal });
    if (secret !== null && secret !== '') secrets.set(name, secret);
  }
  return secrets;
};
