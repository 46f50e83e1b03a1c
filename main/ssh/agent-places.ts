import { readdir } from 'node:fs/promises';
import { userInfo } from 'node:os';

export type Environment = Readonly<Record<string, string | undefined>>;

const PIPES = '\\\\.\\pipe\\';
const OPENSSH = 'openssh-ssh-agent';

/**
 * The named pipe of PuTTY's Pageant (0.77 and later) among the names of all pipes: `pageant.USER.HASH`, 64 hexadecimal
 * digits. Pageant derives the hash by CryptProtectMemory, which Node cannot call, so that the name is found and not
 * computed; null where there is none, or more than one and the choice would be a guess.
 */
export const pageantPipe = (names: readonly string[], user: string): string | null => {
  const mine = names.filter((name) => {
    const [, owner] = /^pageant\.(.+)\.[0-9a-f]{64}$/i.exec(name) ?? [];
    return owner?.toLowerCase() === user.toLowerCase();
  });
  const [only, ...more] = mine;
  return only !== undefined && more.length === 0 ? `${PIPES}${only}` : null;
};

/** Where agents listen, the likeliest first, given the names of all pipes of Windows; elsewhere only `SSH_AUTH_SOCK`. */
export const placesAmong = (env: Environment, windows: boolean, pipes: readonly string[], user: string): string[] => {
  const named = env.SSH_AUTH_SOCK ? [env.SSH_AUTH_SOCK] : [];
  if (!windows) return named;
  const openssh = pipes.includes(OPENSSH) ? [`${PIPES}${OPENSSH}`] : [];
  const pageant = pageantPipe(pipes, user);
  return [...new Set([...named, ...openssh, ...(pageant === null ? [] : [pageant])])];
};

/** The agents of this machine and user. */
export const agentPlaces = async (env: Environment): Promise<string[]> => {
  const windows = process.platform === 'win32';
  const pipes = windows ? await readdir(PIPES).catch((): string[] => []) : [];
  return placesAmong(env, windows, pipes, userInfo().username);
};
