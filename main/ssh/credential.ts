import { bad, good, problem, type Result } from '../core/model/problem';
import type { Auth, SecretSource } from '../core/model/site';
import { readBounded } from '../disk';
import { heldAt } from './agent-keys';
import { agentPlaces, type Environment } from './agent-places';
import { readPrivateKey } from './keys';

/** A secret in hand: it lives as long as one login and is never part of a report. */
export type Credential =
  | { readonly kind: 'password'; readonly password: string }
  /** `key` is open: ssh2 reads it without a passphrase. */
  | { readonly kind: 'key'; readonly key: string | Buffer }
  /** `fingerprint`: the one of its keys that may be offered; `most`: how many, where none is named. */
  | { readonly kind: 'agent'; readonly socket: string; readonly fingerprint?: string; readonly most?: number };

/** Passwords, keys and codes at one appliance in one run (probing etiquette, domain.md section 7). */
export const MOST_ATTEMPTS = 2;

type Secrets = (name: string) => string | null;

const LARGEST = 64 * 1024;
/** An agent that does not say at once what it holds is passed over for the next one. */
const AGENT_MS = 2000;

const readSmall = async (path: string): Promise<Buffer | null> => {
  const read = await readBounded(path, LARGEST);
  return read.ok ? read.bytes : null;
};

const secretOf = async (
  source: SecretSource,
  name: string,
  secrets: Secrets,
  env: Environment,
): Promise<Result<string>> => {
  if ('env' in source) {
    const value = env[source.env];
    return value ? good(value) : bad(problem('secret-env-missing', name, { variable: source.env }));
  }
  if ('file' in source) {
    // One line end is an editor's, not the secret's.
    const text = (await readSmall(source.file))?.toString('utf8').replace(/\r?\n$/, '');
    return text ? good(text) : bad(problem('secret-file-unreadable', name, { file: source.file }));
  }
  const given = secrets(name);
  return given ? good(given) : bad(problem('no-credential', name));
};

const keyCredential = async (
  auth: Extract<Auth, { kind: 'key' }>,
  name: string,
  secrets: Secrets,
  env: Environment,
): Promise<Result<Credential>> => {
  const key = await readSmall(auth.key);
  if (key === null) return bad(problem('key-file-unreadable', name, { file: auth.key }));
  const passphrase = auth.passphrase === null ? null : await secretOf(auth.passphrase, name, secrets, env);
  if (passphrase !== null && !passphrase.ok) return passphrase;
  const read = await readPrivateKey(key, passphrase?.value);
  if (!read.ok) return bad(problem(read.why, name, { file: auth.key, ...read.params }));
  return good({ kind: 'key', key: read.key });
};

/** Of several agents (Windows: OpenSSH's and Pageant) the first that holds a key; a single one is not asked beforehand. */
const placeOf = async (places: readonly string[]): Promise<string | undefined> => {
  if (places.length < 2) return places[0];
  for (const place of places) {
    if (((await heldAt(place, AGENT_MS)) ?? 0) > 0) return place;
  }
  return places[0];
};

const agentCredential = async (
  { fingerprint }: Extract<Auth, { kind: 'agent' }>,
  name: string,
  env: Environment,
): Promise<Result<Credential>> => {
  const socket = await placeOf(await agentPlaces(env));
  if (socket === undefined) return bad(problem('agent-missing', name));
  return good({ kind: 'agent', socket, ...(fingerprint === undefined ? {} : { fingerprint }) });
};

/**
 * The credential that a profile's `auth` of the appliance `name` stands for: from the environment, a file, the
 * engineer (`secrets(name)`), a key file or the agent. Problems name the place, never the secret.
 */
export const credentialFor = async (
  auth: Auth | null,
  name: string,
  secrets: Secrets,
  env: Environment,
): Promise<Result<Credential>> => {
  if (auth === null) return bad(problem('no-credential', name));
  if (auth.kind === 'agent') return agentCredential(auth, name, env);
  if (auth.kind === 'key') return keyCredential(auth, name, secrets, env);
  const password = await secretOf(auth.password, name, secrets, env);
  return password.ok ? good({ kind: 'password', password: password.value }) : password;
};
