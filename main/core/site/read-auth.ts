import type { Auth, SecretSource } from '../model';
import { problem } from '../model';
import type { Keys, ProfileText, Spot } from './profile-text';
import { hostKeyOf } from './values';

/** What a profile's reader hands down: where paths begin, and where literal secrets go. */
export interface Reading {
  readonly text: ProfileText;
  resolve(relative: string): string;
  /** Takes a secret that stands in the profile; it appears nowhere else. */
  keep(secret: string): void;
}

const AUTH_KEYS = ['password', 'passwordFile', 'key', 'passphrase', 'agent'];
const SECRET_KEYS = ['env', 'file', 'given'];
const WAYS = ['password', 'passwordFile', 'key', 'agent'];
const ENVIRONMENT = /^[A-Za-z_][A-Za-z0-9_]*$/;

const literal = (spot: Spot, { text, keep }: Reading): SecretSource | null => {
  const secret = text.text(spot, 4096);
  if (secret === null) return null;
  keep(secret);
  text.warnings.push(problem('profile-literal-password', spot.where, { line: spot.line }));
  return { given: true };
};

const environment = (spot: Spot, { text }: Reading): SecretSource | null => {
  const name = text.text(spot, 200);
  if (name === null) return null;
  // A name that is none may be the secret itself, so it is not repeated.
  return ENVIRONMENT.test(name) ? { env: name } : text.impossible(spot, 'environment', '');
};

const file = (spot: Spot, { text, resolve }: Reading): SecretSource | null => {
  const path = text.text(spot, 4096);
  return path === null ? null : { file: resolve(path) };
};

const given = (spot: Spot, { text }: Reading): SecretSource | null =>
  text.truth(spot) === true ? { given: true } : null;

/** `{ env: NAME }`, `{ file: PATH }`, `{ given: true }` (asked for in the app), or the secret itself, with a warning. */
const secretOf = (spot: Spot, reading: Reading): SecretSource | null => {
  const { text } = reading;
  if (text.kind(spot) !== 'map') return literal(spot, reading);
  const keys = text.map(spot, SECRET_KEYS, true);
  if (keys === null) return null;
  const [found, ...more] = [...keys.keys()];
  if (found === undefined) return text.refuse('profile-missing-key', spot, { key: 'env' });
  if (more.length > 0) return text.refuse('profile-ambiguous', spot, { keys: [found, ...more].join(', ') });
  const value = keys.get(found) ?? spot;
  if (found === 'env') return environment(value, reading);
  return found === 'file' ? file(value, reading) : given(value, reading);
};

const byKey = (keys: Keys, key: Spot, reading: Reading): Auth | null => {
  const path = reading.text.text(key, 4096);
  const phrase = keys.get('passphrase');
  const passphrase = phrase === undefined ? null : secretOf(phrase, reading);
  return path === null ? null : { kind: 'key', key: reading.resolve(path), passphrase };
};

const byPassword = (password: SecretSource | null): Auth | null =>
  password === null ? null : { kind: 'password', password };

/** `true`, or the fingerprint of the one key that may be offered. */
const byAgent = (value: Spot, { text }: Reading): Auth | null => {
  const named = text.kind(value) === 'text' && text.text(value, 200)?.startsWith('SHA256:');
  const fingerprint = named ? hostKeyOf(value, text) : null;
  if (named) return fingerprint === null ? null : { kind: 'agent', fingerprint };
  const agent = text.truth(value);
  if (agent === null) return null;
  return agent ? { kind: 'agent' } : text.impossible(value, 'choice', 'false', ['true']);
};

const oneWay = (way: string, value: Spot, keys: Keys, reading: Reading): Auth | null => {
  if (way === 'password') return byPassword(secretOf(value, reading));
  if (way === 'passwordFile') return byPassword(file(value, reading));
  if (way === 'key') return byKey(keys, value, reading);
  return byAgent(value, reading);
};

/** How to log in: exactly one way. */
export const authOf = (spot: Spot | undefined, reading: Reading): Auth | null => {
  const { text } = reading;
  if (spot === undefined || text.kind(spot) === 'nothing') return null;
  const before = text.problems.length;
  const keys = text.map(spot, AUTH_KEYS, true);
  if (keys === null) return null;
  const ways = WAYS.filter((one) => keys.has(one));
  const [way] = ways;
  const value = way === undefined ? undefined : keys.get(way);
  if (way === undefined || value === undefined)
    return text.problems.length > before ? null : text.refuse('profile-missing-key', spot, { key: WAYS.join(', ') });
  if (ways.length > 1) return text.refuse('profile-ambiguous', spot, { keys: ways.join(', ') });
  if (keys.has('passphrase') && way !== 'key')
    return text.refuse('profile-ambiguous', spot, { keys: `${way}, passphrase` });
  return oneWay(way, value, keys, reading);
};
