import ssh2 from 'ssh2';
import { bad, good, problem, type Result } from '../core/model/problem';
import type { Auth, SecretSource } from '../core/model/site';
import { readBounded } from '../disk';

/** A secret in hand: it lives as long as one login and is never part of a report. */
export type Credential =
  | { readonly kind: 'password'; readonly password: string }
  | { readonly kind: 'key'; readonly key: string | Buffer; readonly passphrase?: string }
  | { readonly kind: 'agent'; readonly socket: string };

type Environment = Readonly<Record<string, string | undefined>>;
type Secrets = (name: string) => string | null;

const LARGEST = 64 * 1024;
const WINDOWS_AGENT = '\\\\.\\pipe\\openssh-ssh-agent';

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

/** Whether ssh2 can sign with this key, without saying anything of its content. */
const keyProblem = (key: Buffer, passphrase: string | undefined, file: string, name: string) => {
  if (/^PuTTY-User-Key-File-3/.test(key.subarray(0, 40).toString('latin1'))) {
    return problem('key-format-unsupported', name, { file, format: 'PPK 3' });
  }
  const parsed = ssh2.utils.parseKey(key, passphrase);
  if (!(parsed instanceof Error)) {
    return parsed.isPrivateKey() ? null : problem('key-not-private', name, { file });
  }
  if (/passphrase/i.test(parsed.message) && passphrase === undefined) {
    return problem('key-passphrase-missing', name, { file });
  }
  return problem(passphrase === undefined ? 'key-unreadable' : 'key-passphrase-wrong', name, { file });
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
  const wrong = keyProblem(key, passphrase?.value, auth.key, name);
  if (wrong !== null) return bad(wrong);
  return good(passphrase === null ? { kind: 'key', key } : { kind: 'key', key, passphrase: passphrase.value });
};

const agentCredential = (name: string, env: Environment): Result<Credential> => {
  const socket = env.SSH_AUTH_SOCK ?? (process.platform === 'win32' ? WINDOWS_AGENT : undefined);
  return socket ? good({ kind: 'agent', socket }) : bad(problem('agent-missing', name));
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
  if (auth.kind === 'agent') return agentCredential(name, env);
  if (auth.kind === 'key') return keyCredential(auth, name, secrets, env);
  const password = await secretOf(auth.password, name, secrets, env);
  return password.ok ? good({ kind: 'password', password: password.value }) : password;
};
