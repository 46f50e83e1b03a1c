import { type Jump, jumpSecretName } from '../model';
import type { Spot } from './profile-text';
import { authOf, type Reading } from './read-auth';
import { hostKeyOf, hostOf } from './values';

const KEYS = ['host', 'port', 'user', 'auth', 'hostKey'];

/**
 * The jump host of the appliance `name`, or null where none stands or it cannot be: host, user and auth belong to it. Its
 * secret goes to `keep` under a name of its own, so that it is never offered to the appliance.
 */
export const jumpOf = (
  spot: Spot | undefined,
  reading: Omit<Reading, 'keep'>,
  name: string,
  keep: (name: string, secret: string) => void,
): Jump | null => {
  const { text } = reading;
  if (spot === undefined || text.kind(spot) === 'nothing') return null;
  const keys = text.map(spot, KEYS);
  if (keys === null) return null;
  const own = { ...reading, keep: (secret: string) => keep(jumpSecretName(name), secret) };
  const host = hostOf(text.required(keys, 'host', spot) ?? undefined, text);
  const user = text.text(text.required(keys, 'user', spot) ?? undefined, 64);
  const auth = authOf(text.required(keys, 'auth', spot) ?? undefined, own);
  const port = text.port(keys.get('port')) ?? 22;
  const hostKey = hostKeyOf(keys.get('hostKey'), text);
  return host === null || user === null || auth === null ? null : { host, port, user, auth, hostKey };
};
