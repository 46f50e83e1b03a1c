import { commands, readerNamed } from '../asyncos';
import { type Appliance, type KnownQuarantine, type Materials, Role } from '../model';
import type { ProfileText, Spot } from './profile-text';
import { authOf, type Reading } from './read-auth';
import { jumpOf } from './read-jump';
import { hostKeyOf, hostOf, nameOf } from './values';

const KEYS = ['name', 'role', 'host', 'sshPort', 'user', 'auth', 'jump', 'hostKey', 'quarantine', 'materials'];
const QUARANTINE_KEYS = ['interface', 'address', 'port'];
const MATERIAL_KEYS = ['logs', 'config', 'cli', 'transcripts', 'captures'];
const CLI_KEYS = ['command', 'file'];
const MOST_FILES = 1000;

const pathOf = (spot: Spot | undefined, { text, resolve }: Reading): string | null => {
  const path = text.text(spot, 4096);
  return path === null ? null : resolve(path);
};

/** Paths of a list, resolved. */
export const pathsOf = (spot: Spot | undefined, reading: Reading): string[] =>
  reading.text.list(spot, MOST_FILES).flatMap((one) => {
    const path = pathOf(one, reading);
    return path ?? (reading.text.kind(one) === 'nothing' ? missing(one, reading.text) : []);
  });

const missing = (spot: Spot, text: ProfileText): [] => {
  text.refuse('profile-wrong-type', spot, { expected: 'text', got: 'nothing' });
  return [];
};

/** Allow-list name of a command as a person writes it; `status detail` answers what `status` answers. */
const commandOf = (spot: Spot | undefined, text: ProfileText): string | null => {
  const typed = text.text(spot, 64);
  if (typed === null || spot === undefined) return null;
  const name = readerNamed(typed);
  if (name !== null) return name;
  const known = commands.map((one) => one.name);
  return text.impossible(spot, 'command', typed, known);
};

const pastedOf = (spot: Spot, reading: Reading): Materials['cli'] => {
  const { text } = reading;
  const keys = text.map(spot, CLI_KEYS);
  if (keys === null) return [];
  const command = commandOf(text.required(keys, 'command', spot) ?? undefined, text);
  const file = pathOf(text.required(keys, 'file', spot) ?? undefined, reading);
  return command === null || file === null ? [] : [{ command, file }];
};

const materialsOf = (spot: Spot | undefined, reading: Reading): Materials => {
  const { text } = reading;
  const none = { logs: [], config: null, cli: [], transcripts: [], captures: [] };
  if (spot === undefined || text.kind(spot) === 'nothing') return none;
  const keys = text.map(spot, MATERIAL_KEYS);
  if (keys === null) return none;
  return {
    logs: pathsOf(keys.get('logs'), reading),
    config: pathOf(keys.get('config'), reading),
    cli: text.list(keys.get('cli'), MOST_FILES).flatMap((one) => pastedOf(one, reading)),
    transcripts: pathsOf(keys.get('transcripts'), reading),
    captures: pathsOf(keys.get('captures'), reading),
  };
};

const quarantineOf = (spot: Spot | undefined, text: ProfileText): KnownQuarantine => {
  const none = { interface: null, address: null, port: null };
  if (spot === undefined || text.kind(spot) === 'nothing') return none;
  const keys = text.map(spot, QUARANTINE_KEYS);
  if (keys === null) return none;
  return {
    interface: text.text(keys.get('interface'), 64),
    address: hostOf(keys.get('address'), text),
    port: text.port(keys.get('port')),
  };
};

/** One entry of `appliances`. Its secrets go to `keep` under its name; null when name or role is missing. */
export const applianceOf = (
  spot: Spot,
  reading: Omit<Reading, 'keep'>,
  keep: (name: string, secret: string) => void,
): Appliance | null => {
  const { text } = reading;
  const keys = text.map(spot, KEYS);
  if (keys === null) return null;
  const name = nameOf(text.required(keys, 'name', spot) ?? undefined, text);
  const role = text.choice(text.required(keys, 'role', spot) ?? undefined, Role.options);
  const own = { ...reading, keep: (secret: string) => keep(name ?? '', secret) };
  const rest = {
    host: hostOf(keys.get('host'), text),
    sshPort: text.port(keys.get('sshPort')) ?? 22,
    user: text.text(keys.get('user'), 64),
    auth: authOf(keys.get('auth'), own),
    jump: jumpOf(keys.get('jump'), reading, name ?? '', keep),
    hostKey: hostKeyOf(keys.get('hostKey'), text),
    quarantine: quarantineOf(keys.get('quarantine'), text),
    materials: materialsOf(keys.get('materials'), own),
  };
  return name === null || role === null ? null : { name, role, ...rest };
};
