import type { Site } from '../model';
import { isForAll, looksLikeHost } from './domains';
import type { Kind, PseudonymTable } from './table';
import type { Vocabulary } from './vocabulary';

const LABEL = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}_-]*[\\p{L}\\p{N}])?';
const HOST = `${LABEL}(?:\\.${LABEL})+`;
const HOSTS = new RegExp(`(?<![\\p{L}\\p{N}_.@-])${HOST}(?![\\p{L}\\p{N}_-])`, 'giu');
const LOCAL = '[\\p{L}\\p{N}._%+=&~*!#$?^{|}-]';
const MAILBOXES = new RegExp(`(?<!${LOCAL})(${LOCAL}+)@(${HOST})(?![\\p{L}\\p{N}_-])`, 'giu');
/** Places where a dotted word is a host whatever its last label. */
const NAMED = new RegExp(
  `(?:reverse dns host|verified|hostname:?|hostname>|machine:?|EHLO|HELO|^220|^250|CN=)[ \\t]*(${HOST})`,
  'gimu',
);
/** `esa1.example.com> `, `(Machine esa1.example.com)> `. */
const PROMPTS = new RegExp(`^(?:\\(Machine )?(${HOST})\\)?> `, 'gmu');
const SERIAL = /(?<![\w-])[0-9A-F]{8,24}-[0-9A-Z]{6,14}(?![\w-])/g;
const ACCOUNTS = /\buser:? ['"]?([\w.-]+?)['"]? (?:logged|has|was|failed|from|on)\b/gi;
const SUBJECT_OF = /\b(?:O|OU|L|ST)=([^,+/\r\n"=]{2,60})/g;
const MAIL_SUBJECT = /\bsubject (["'])(.+?)\1(?=\s*$|\s+(?:to|for)\b)/gim;

/** What identifies somebody, as it stands in the texts; hosts and mailboxes in small letters. */
export interface Names {
  readonly hosts: Set<string>;
  readonly mailboxes: Set<string>;
  readonly shortHosts: Set<string>;
  readonly users: Set<string>;
  readonly names: Set<string>;
  readonly serials: Set<string>;
  readonly subjects: Set<string>;
}

export const noNames = (): Names => ({
  hosts: new Set(),
  mailboxes: new Set(),
  shortHosts: new Set(),
  users: new Set(),
  names: new Set(),
  serials: new Set(),
  subjects: new Set(),
});

const isDotted = (text: string): boolean => /\p{L}/u.test(text) && new RegExp(`^${HOST}$`, 'iu').test(text);

/** `250-esa1.example.com`: a line of an SMTP answer, its code in front. */
const REPLY = /^[2-5]\d\d-(?=.*\.)/;

const addHost = (names: Names, host: string): void => {
  const small = host.toLowerCase().replace(REPLY, '');
  if (isDotted(small) && /\p{L}{2,}$/u.test(small) && !isForAll(small)) names.hosts.add(small);
};

const addShort = (names: Names, label: string, vocabulary: Vocabulary): void => {
  const small = label.toLowerCase();
  if (small.length >= 2 && /\p{L}/u.test(small) && !vocabulary.has(small)) names.shortHosts.add(small);
};

/** A machine of the site: its whole name, and its short one wherever that stands alone. */
const addMachine = (names: Names, host: string, vocabulary: Vocabulary): void => {
  if (isDotted(host)) {
    addHost(names, host);
    if (isForAll(host.toLowerCase()) || !/\p{L}{2,}$/u.test(host)) return;
    addShort(names, host.split('.')[0] ?? '', vocabulary);
  } else if (!/^[\d.:a-f]+$/i.test(host) || !/[.:]/.test(host)) addShort(names, host, vocabulary);
};

const addUser = (names: Names, user: string, vocabulary: Vocabulary): void => {
  if (user.length >= 3 && !vocabulary.has(user.toLowerCase())) names.users.add(user);
};

/** Learns who and what one text names. */
export const learnNames = (names: Names, text: string, vocabulary: Vocabulary): void => {
  for (const [, local = '', host = ''] of text.matchAll(MAILBOXES)) {
    if (!/\p{L}{2,}$/u.test(host)) continue;
    addHost(names, host);
    // `postmaster@`, `reach@esa1.example.com` (a step of ours): the word before the sign names nobody.
    if (!vocabulary.has(local.toLowerCase()) && !isForAll(host.toLowerCase()))
      names.mailboxes.add(`${local}@${host}`.toLowerCase());
  }
  for (const { 0: host, index } of text.matchAll(HOSTS))
    if (looksLikeHost(host.toLowerCase(), text.slice(Math.max(0, index - 2), index))) addHost(names, host);
  for (const [, host = ''] of text.matchAll(NAMED)) addHost(names, host);
  for (const [, host = ''] of text.matchAll(PROMPTS)) addMachine(names, host, vocabulary);
  for (const [serial] of text.matchAll(SERIAL)) names.serials.add(serial);
  for (const [, user = ''] of text.matchAll(ACCOUNTS)) addUser(names, user, vocabulary);
  for (const [, name = ''] of text.matchAll(SUBJECT_OF)) {
    const plain = name.trim();
    if (!/cisco/i.test(plain) && !vocabulary.has(plain.toLowerCase()) && plain.length > 2) names.names.add(plain);
  }
  for (const [, , subject = ''] of text.matchAll(MAIL_SUBJECT)) names.subjects.add(subject);
};

/** What an earlier bundle of the case replaced is replaced again, wherever it turns up. */
export const learnTable = (names: Names, addresses: Set<string>, { entries }: PseudonymTable): void => {
  const into: Partial<Record<Kind, Set<string>>> = {
    host: names.hosts,
    mailbox: names.mailboxes,
    user: names.users,
    serial: names.serials,
    subject: names.subjects,
    address: addresses,
  };
  for (const { kind, original } of entries) into[kind]?.add(original);
};

/** Learns what the site itself names: appliances, their addresses, accounts. */
export const learnSite = (names: Names, site: Site, vocabulary: Vocabulary): void => {
  for (const one of site.appliances) {
    addMachine(names, one.name, vocabulary);
    for (const host of [one.host, one.quarantine.address, one.jump?.host])
      if (host) addMachine(names, host, vocabulary);
    for (const user of [one.user, one.jump?.user]) if (user) addUser(names, user, vocabulary);
  }
};
