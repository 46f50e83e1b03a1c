import { access, constants } from 'node:fs/promises';
import { type Auth, type Problem, problem, type SecretSource, type Site } from '../../core/model';

type Environment = Readonly<Record<string, string | undefined>>;

const isReadable = (path: string): Promise<boolean> =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );

const ofSource = async (source: SecretSource | null, at: string, env: Environment): Promise<Problem[]> => {
  if (source === null || 'given' in source) return [];
  if ('env' in source) return env[source.env] ? [] : [problem('secret-env-missing', at, { variable: source.env })];
  return (await isReadable(source.file)) ? [] : [problem('secret-file-unreadable', at, { file: source.file })];
};

const ofAuth = async (auth: Auth | null, at: string, env: Environment): Promise<Problem[]> => {
  if (auth === null || auth.kind === 'agent') return [];
  if (auth.kind === 'password') return ofSource(auth.password, `${at}.password`, env);
  const key = (await isReadable(auth.key)) ? [] : [problem('key-file-unreadable', `${at}.key`, { file: auth.key })];
  return [...key, ...(await ofSource(auth.passphrase, `${at}.passphrase`, env))];
};

/** Credentials that a profile names and that are not there: said before anybody is asked for a login. */
export const missingSecrets = async (site: Site, env: Environment): Promise<Problem[]> => {
  const found = site.appliances.flatMap((one, index) => [
    ofAuth(one.auth, `appliances[${index}].auth`, env),
    ofAuth(one.jump?.auth ?? null, `appliances[${index}].jump.auth`, env),
  ]);
  return (await Promise.all(found)).flat();
};
