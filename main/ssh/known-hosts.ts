import { createHmac, randomBytes } from 'node:crypto';
import { dirname } from 'node:path';
import { bad, good, problem, type Result } from '../core/model/problem';
import { makeFolder, readBounded, writeAtomically } from '../disk';
import { fingerprintOf } from './host-key';

/**
 * `changed` holds the fingerprints that are known for the host instead. `unknown-but-authority`: no key is known, but
 * `@cert-authority` says that this host's keys are vouched for by a certificate, which cannot be verified here.
 */
export type Look = 'match' | 'unknown' | 'unknown-but-authority' | 'revoked' | { readonly changed: readonly string[] };

export interface KnownHosts {
  /** Whether this key is known for the host; a problem when the store cannot be read (then nothing is accepted). */
  look(host: string, port: number, type: string, key: Buffer): Promise<Result<Look>>;
  /** The key types known for the host, to ask it for one of them. */
  types(host: string, port: number): Promise<readonly string[]>;
  /** Adds a key that was confirmed; every other line of the store stays as it is. */
  remember(host: string, port: number, type: string, key: Buffer): Promise<Result<null>>;
}

type Marker = '@revoked' | '@cert-authority' | null;
interface Entry {
  readonly marker: Marker;
  readonly hosts: string;
  readonly type: string;
  readonly key: string;
}

const LARGEST = 8 * 1024 * 1024;

/** How OpenSSH names a host in its files: the port only when it is not 22. Source: sshd(8), known_hosts format. */
const nameOf = (host: string, port: number): string => {
  const name = host.toLowerCase();
  return port === 22 ? name : `[${name}]:${port}`;
};

/** One line: `[@marker] hosts type key [comment]`. Null for comments and lines that are none of this. */
const readEntry = (line: string): Entry | null => {
  const words = line.trim().split(/\s+/);
  const marker = words[0]?.startsWith('@') ? words.shift() : undefined;
  const [hosts, type, key] = words;
  if (hosts === undefined || type === undefined || key === undefined || hosts.startsWith('#')) return null;
  if (marker === undefined) return { marker: null, hosts, type, key };
  return marker === '@revoked' || marker === '@cert-authority' ? { marker, hosts, type, key } : null;
};

/** `|1|salt|hash`: HMAC-SHA1 of the name under the salt. */
const hashedMatches = (hosts: string, name: string): boolean => {
  const [, version, salt, hash] = hosts.split('|');
  if (version !== '1' || !salt || !hash) return false;
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === hash;
};

const wildcard = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*+/g, '.*')
      .replace(/\?/g, '.')}$`,
  );

/** A list of names and patterns; one that begins with `!` takes the host out again. */
const listMatches = (hosts: string, name: string): boolean => {
  const patterns = hosts.toLowerCase().split(',');
  const hits = (pattern: string) => (/[*?]/.test(pattern) ? wildcard(pattern).test(name) : pattern === name);
  if (patterns.some((one) => one.startsWith('!') && hits(one.slice(1)))) return false;
  return patterns.some((one) => hits(one));
};

const matches = (entry: Entry, name: string): boolean =>
  entry.hosts.startsWith('|') ? hashedMatches(entry.hosts, name) : listMatches(entry.hosts, name);

const readStore = async (path: string): Promise<Result<string>> => {
  const read = await readBounded(path, LARGEST);
  if (read.ok) return good(read.bytes.toString('latin1'));
  if (read.code === 'file-missing') return good('');
  return bad(problem('known-hosts-unreadable', path, { reason: read.code }));
};

const entriesFor = (text: string, name: string): Entry[] =>
  text
    .split('\n')
    .map((line) => readEntry(line))
    .filter((entry): entry is Entry => entry !== null && matches(entry, name));

const isRevoked = ({ marker }: Entry): boolean => marker === '@revoked';

/** `others`: the entries for the same host at its usual port; a key that is revoked there is revoked at every port. */
const judge = (entries: readonly Entry[], others: readonly Entry[], type: string, key: Buffer): Look => {
  const offered = key.toString('base64');
  const isSame = (entry: Entry) => entry.type === type && entry.key === offered;
  if ([...entries, ...others].some((entry) => isRevoked(entry) && isSame(entry))) return 'revoked';
  const plain = entries.filter((entry) => entry.marker === null);
  if (plain.some(isSame)) return 'match';
  // A host known by keys of other types was asked for one of those; a new type instead is a change.
  if (plain.length > 0) return { changed: plain.map((entry) => fingerprintOf(Buffer.from(entry.key, 'base64'))) };
  return entries.some((entry) => entry.marker === '@cert-authority') ? 'unknown-but-authority' : 'unknown';
};

/** As `ssh-keygen -H` writes it. */
const hashed = (name: string): string => {
  const salt = randomBytes(20);
  const hash = createHmac('sha1', salt).update(name).digest('base64');
  return `|1|${salt.toString('base64')}|${hash}`;
};

/** Whoever hashed all names of a store does not want a new one to stand there in the clear. */
const isAllHashed = (text: string): boolean => {
  const entries = text.split('\n').flatMap((line) => readEntry(line) ?? []);
  return entries.length > 0 && entries.every((entry) => entry.hosts.startsWith('|1|'));
};

/** Writes to one store one after another, whoever opened it. */
const writing = new Map<string, Promise<unknown>>();

const append = async (path: string, name: string, rest: string): Promise<Result<null>> => {
  const store = await readStore(path);
  if (!store.ok) return store;
  const line = `${isAllHashed(store.value) ? hashed(name) : name} ${rest}`;
  const before = store.value === '' || store.value.endsWith('\n') ? store.value : `${store.value}\n`;
  const unwritable = (reason: string) => bad(problem('known-hosts-unwritable', path, { reason }));
  const made = await makeFolder(dirname(path));
  if (!made.ok) return unwritable(made.code);
  const written = await writeAtomically(path, Buffer.from(`${before}${line}\n`, 'latin1'));
  return written.ok ? good(null) : unwritable(written.code);
};

/**
 * A store of host keys in OpenSSH's format, read again at each look: plain, hashed and wildcard entries, ports, several
 * key types, `@revoked`, `@cert-authority` (told, not followed). A file that is not there is an empty store.
 */
export const openKnownHosts = (path: string): KnownHosts => ({
  async look(host, port, type, key) {
    const store = await readStore(path);
    if (!store.ok) return store;
    const [own, usual] = [nameOf(host, port), nameOf(host, 22)].map((name) => entriesFor(store.value, name));
    return good(judge(own ?? [], usual ?? [], type, key));
  },
  async types(host, port) {
    const store = await readStore(path);
    const entries = store.ok ? entriesFor(store.value, nameOf(host, port)) : [];
    return [...new Set(entries.filter((entry) => entry.marker === null).map((entry) => entry.type))];
  },
  remember(host, port, type, key) {
    const rest = `${type} ${key.toString('base64')}`;
    const turn = (writing.get(path) ?? Promise.resolve()).then(() => append(path, nameOf(host, port), rest));
    writing.set(path, turn);
    return turn;
  },
});
