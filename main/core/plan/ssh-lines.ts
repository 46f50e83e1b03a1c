import { commandNamed } from '../asyncos';
import { type Appliance, bad, good, problem, type Result, type Site } from '../model';
import type { Collection } from './collect';

/** What a shell, and `ssh` itself, cannot take for anything but a name: no option, no blank, no quote. */
const USER = /^[A-Za-z0-9_][\w.@+\\-]*$/;
const HOST = /^[A-Za-z0-9:][\w.:%-]*$/;
const DEFAULT_PORT = 22;
/** The account that every AsyncOS has; used where the site names none. */
const DEFAULT_USER = 'admin';

const quoted = (text: string): string => `'${text}'`;
const word = (text: string): string => (/^[\w.@:%+-]+$/.test(text) ? text : quoted(text));

const loginOf = (user: string, host: string): string | null =>
  USER.test(user) && HOST.test(host) ? word(`${user}@${host}`) : null;

/** `-J user@host:port`, or nothing; null when a name in it is none. */
const jumpOf = ({ jump }: Appliance): readonly string[] | null => {
  if (jump === null) return [];
  const through = loginOf(jump.user, jump.host);
  if (through === null || jump.host.includes(':')) return null;
  return ['-J', jump.port === DEFAULT_PORT ? through : `${through}:${jump.port}`];
};

/** In a known cluster this whole line asks nothing (one-line form of the CLI test library); elsewhere it would. */
const ofCluster = ({ role }: Collection, { cluster }: Site): readonly string[] =>
  role === 'esa' && cluster === 'cluster' ? [commandNamed('clusterconfig-list')?.words.join(' ') ?? ''] : [];

/**
 * The same collection as one-shot lines for a POSIX shell, one for each command. `-n` gives each an empty standard
 * input, so that no question can take the next line for its answer; without a terminal nothing pages. Fails with
 * `appliance-unsafe-name` where user or host could be taken for anything else.
 */
export const sshLines = (site: Site, collection: Collection): Result<readonly string[]> => {
  const appliance = site.appliances.find((one) => one.name === collection.appliance);
  const login = appliance && loginOf(appliance.user ?? DEFAULT_USER, appliance.host ?? appliance.name);
  const jump = appliance && jumpOf(appliance);
  if (!appliance || !login || !jump) return bad(problem('appliance-unsafe-name', collection.appliance));
  const port = appliance.sshPort === DEFAULT_PORT ? [] : ['-p', String(appliance.sshPort)];
  const start = ['ssh', '-n', ...jump, ...port, login].join(' ');
  const lines = [...collection.commands.map(({ line }) => line), ...ofCluster(collection, site)];
  return good(lines.map((line) => `${start} ${quoted(line)}`));
};
