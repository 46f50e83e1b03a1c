import { pseudonymOfAddress } from './addresses';
import { type Allocation, allocation } from './allocate';
import { partsOf } from './domains';
import type { Literal } from './literals';
import type { Names } from './names';
import type { Kind, PseudonymTable } from './table';

/** A value as it stands in the texts, and what stands there in the bundle. */
export interface Replacement extends Literal {
  readonly kind: Kind;
  readonly pseudonym: string;
}

const sorted = (values: Iterable<string>): string[] => [...values].sort((left, right) => (left < right ? -1 : 1));
const two = (number: number): string => String(number).padStart(2, '0');

/** Labels and domains have pseudonyms of their own, so that the sub-domains of a family stay one. */
const hostPseudonym = (name: string, given: Allocation): string => {
  const { labels, domain } = partsOf(name);
  const [machine, ...zones] = labels;
  const family = given.numbered('domain', domain, (number) => `domain-${two(number)}.invalid`);
  if (machine === undefined) return family;
  const first = given.numbered('name', machine, (number) => `host-${two(number)}`);
  const middle = zones.map((zone) => given.numbered('name', `${zone}.`, (number) => `zone-${two(number)}`));
  return [first, ...middle, family].join('.');
};

const mailboxPseudonym = (mailbox: string, given: Allocation): string => {
  const at = mailbox.lastIndexOf('@');
  const host = hostPseudonym(mailbox.slice(at + 1), given);
  return given.numbered('mailbox', mailbox, (number) => `user-${String(number).padStart(3, '0')}@${host}`);
};

/** Short names such as `io.de` are replaced as words, longer ones wherever their letters stand. */
const boundsOf = (name: string): Literal['bounds'] => (name.length >= 8 ? 'anywhere' : 'word');

const TRIES = 64;

/** Addresses whose pseudonyms fall on no real address of this case; the next key is tried otherwise. */
const addressPseudonyms = (key: string, addresses: readonly string[], given: Allocation): Replacement[] => {
  const fresh = addresses.filter((one) => given.known('address', one) === null);
  const real = new Set(addresses);
  for (let tried = 0; ; tried += 1) {
    const made = fresh.map((text) => ({ text, pseudonym: pseudonymOfAddress(`${key}.${tried}`, text) }));
    const clash = made.some(({ pseudonym }) => pseudonym !== null && (real.has(pseudonym) || given.isTaken(pseudonym)));
    if (clash && tried < TRIES) continue;
    for (const { text, pseudonym } of made) if (pseudonym !== null) given.keep('address', text, pseudonym);
    break;
  }
  return addresses.flatMap((text): Replacement[] => {
    const pseudonym = given.known('address', text);
    if (pseudonym === null) return [];
    const bounds = text.includes(':') ? 'letters' : 'number';
    const plain: Replacement = { kind: 'address', text, pseudonym, bounds };
    // `dhcp-192-168-0-66`: the address as part of a name.
    const dashed = { ...plain, text: text.replaceAll('.', '-'), pseudonym: pseudonym.replaceAll('.', '-') };
    return text.includes(':') ? [plain] : [plain, dashed];
  });
};

const serialOf = (number: number): string =>
  `000000${number.toString(16).toUpperCase().padStart(6, '0')}-${number.toString(16).toUpperCase().padStart(7, '0')}`;

export interface Pseudonyms {
  readonly replacements: readonly Replacement[];
  /** Subjects of mails: replaced where a log says `Subject "…"`. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly siteName: string;
  readonly table: PseudonymTable;
}

/** Every replacement for what was learnt, and the table to keep. The order of the texts never matters. */
export const pseudonymsFor = (
  names: Names,
  addresses: ReadonlySet<string>,
  site: { readonly name: string; readonly isWord: boolean; readonly first: readonly string[] },
  table: PseudonymTable,
): Pseudonyms => {
  const given = allocation(table.entries, new Set([...names.shortHosts, ...names.users, ...names.names]));
  const replacements: Replacement[] = [];
  const add = (kind: Kind, text: string, pseudonym: string, bounds: Literal['bounds']): void => {
    replacements.push({ kind, text, pseudonym, bounds });
  };
  const siteFirst = (values: ReadonlySet<string>): string[] => [
    ...site.first.filter((one) => values.has(one)),
    ...sorted(values).filter((one) => !site.first.includes(one)),
  ];
  for (const one of siteFirst(names.shortHosts))
    add(
      'host',
      one,
      given.numbered('name', one, (n) => `host-${two(n)}`),
      'word',
    );
  for (const one of siteFirst(names.hosts)) {
    const pseudonym = hostPseudonym(one, given);
    add(partsOf(one).labels.length === 0 ? 'domain' : 'host', one, pseudonym, boundsOf(one));
    given.keep('host', one, pseudonym);
  }
  for (const one of sorted(names.mailboxes)) add('mailbox', one, mailboxPseudonym(one, given), boundsOf(one));
  for (const one of sorted(names.users))
    add(
      'user',
      one,
      given.numbered('user', one, (n) => `account-${two(n)}`),
      'word',
    );
  for (const one of sorted(names.names))
    add(
      'name',
      one,
      given.numbered('name', `=${one}`, (n) => `organisation-${two(n)}`),
      'word',
    );
  const siteName = given.numbered('name', `site ${site.name}`, (n) => `site-${two(n)}`);
  if (site.name.length >= 4 && !site.isWord) add('name', site.name, siteName, 'word');
  for (const one of sorted(names.serials)) add('serial', one, given.numbered('serial', one, serialOf), 'word');
  replacements.push(...addressPseudonyms(table.key, sorted(addresses), given));
  const subjects = new Map(
    sorted(names.subjects).map((one) => [
      one,
      given.numbered('subject', one, (n) => `subject-${String(n).padStart(4, '0')}`),
    ]),
  );
  return { replacements, subjects, siteName, table: { ...table, entries: given.table() } };
};
