import type { Site } from '../model';
import { addressesIn } from './addresses';
import { encodingsOf, textEncodingsOf } from './encodings';
import { laptopFolders } from './laptop-folders';
import { anyOf, type Literal } from './literals';
import { SECRET_REMOVED } from './marker';
import { learnNames, learnSite, learnTable, noNames } from './names';
import { type Pseudonyms, pseudonymsFor, type Replacement } from './pseudonyms';
import { removeForms } from './secret-forms';
import { isTelling, isWeak } from './strength';
import type { PseudonymTable } from './table';
import { count, type Tally } from './tally';
import type { Vocabulary } from './vocabulary';

/** Everything that goes into a bundle, before anything of it is replaced. */
export interface Material {
  readonly site: Site;
  readonly siteName: string;
  readonly texts: readonly string[];
  /** Secrets of this case, as they were typed or read. */
  readonly secrets: readonly string[];
  readonly vocabulary: Vocabulary;
  /** Null: names and addresses stay. */
  readonly pseudonyms: PseudonymTable | null;
}

export interface Leak {
  /** From 1. The value itself is never told. */
  readonly line: number;
  readonly kind: 'secret' | 'name';
}

export interface Redactor {
  /** The text without secrets, and with pseudonyms where they were asked for. Line n stays line n. */
  redact(text: string, tally?: Tally): string;
  /** Where a finished text still holds something that had to go. */
  leaks(text: string): readonly Leak[];
  readonly siteName: string;
  /** Pseudonyms given out, to be marked in the report. */
  readonly given: readonly string[];
  readonly protectedValues: number;
  readonly table: PseudonymTable | null;
}

/** Short secrets of plain letters and digits are words; longer ones are found wherever they stand. */
const secretLiteral = (text: string): Literal => ({
  text,
  bounds: text.length < 8 && /^[\p{L}\p{N}]+$/u.test(text) ? 'letters' : 'anywhere',
});

const learntSecrets = ({ texts, secrets, vocabulary, pseudonyms }: Material): string[] => {
  // A secret of several lines (a key) is known line by line, so that line numbers stay.
  const lines = secrets.flatMap((one) => one.split(/\r?\n/).map((line) => line.trim()));
  const known = new Set(
    [...secrets.filter((one) => !/[\r\n]/.test(one)), ...lines].filter((one) => !isWeak(one, vocabulary)),
  );
  for (const text of texts)
    removeForms(
      text,
      (value, kind, sure) => {
        if (sure && kind !== 'certificate' && isTelling(value, vocabulary)) known.add(value);
        return SECRET_REMOVED;
      },
      { certificates: pseudonyms !== null },
    );
  return [...known];
};

const learntNames = (material: Material): Pseudonyms | null => {
  const { site, siteName, texts, vocabulary, pseudonyms } = material;
  if (pseudonyms === null) return null;
  const names = noNames();
  const addresses = new Set<string>();
  learnSite(names, site, vocabulary);
  const first = [...site.appliances.map((one) => one.name.toLowerCase()), ...names.hosts];
  learnTable(names, addresses, pseudonyms);
  for (const text of texts) {
    learnNames(names, text, vocabulary);
    for (const address of addressesIn(text)) addresses.add(address);
  }
  return pseudonymsFor(
    names,
    addresses,
    { name: siteName, isWord: vocabulary.has(siteName.toLowerCase()), first },
    pseudonyms,
  );
};

/** A secret so short that only a line or a quoted text of its own can be meant. A word of ours never is. */
const weakPattern = (secrets: readonly string[], vocabulary: Vocabulary): RegExp | null => {
  const weak = secrets.filter(
    (one) =>
      one.trim() !== '' &&
      isWeak(one, vocabulary) &&
      !SECRET_REMOVED.includes(one) &&
      !vocabulary.has(one.toLowerCase()),
  );
  const pattern = anyOf(
    weak.map((text) => ({ text, bounds: 'anywhere' as const })),
    'gu',
  );
  return pattern === null ? null : new RegExp(`(?<=^|["'])(?:${pattern.source})(?=["']|\\r?$)`, 'gmu');
};

const SUBJECT = /(\bsubject (["']))(.+?)(\2(?=\s*$|\s+(?:to|for)\b))/gim;
/** A subject of several words is looked for everywhere. */
const tellingSubjects = (subjects: ReadonlyMap<string, string>): Replacement[] =>
  [...subjects]
    .filter(([text]) => text.length >= 12 && /\s/.test(text))
    .map(([text, pseudonym]) => ({ kind: 'subject', text, pseudonym, bounds: 'anywhere' }));

const ROUNDS = 4;

/**
 * Learns everything over all texts first, so that the order of the texts never matters, and answers what replaces it in
 * one of them. Replacing twice is as good as once.
 */
export const redactorFor = (material: Material): Redactor => {
  const { site, vocabulary, secrets } = material;
  const known = learntSecrets(material).flatMap(encodingsOf).map(secretLiteral);
  const secretPattern = anyOf(known, 'gu');
  const weak = weakPattern(secrets, vocabulary);
  const names = learntNames(material);
  const replacements = [...(names?.replacements ?? []), ...tellingSubjects(names?.subjects ?? new Map())];
  const byText = new Map(replacements.map((one) => [one.text.toLowerCase(), one]));
  const namePattern = anyOf(replacements, 'giu');
  const leakPattern = anyOf(
    replacements.flatMap((one) => textEncodingsOf(one.text).map((text) => ({ text, bounds: one.bounds }))),
    'giu',
  );
  const folders = laptopFolders(site);

  const withoutSecrets = (text: string, tally: Tally): string => {
    let rest = removeForms(
      text,
      (_value, kind) => {
        count(tally, kind);
        return SECRET_REMOVED;
      },
      { certificates: names !== null },
    );
    for (const pattern of [secretPattern, weak])
      for (let round = 0; pattern !== null && round < ROUNDS; round += 1) {
        const before = rest;
        rest = rest.replace(pattern, () => {
          count(tally, 'secret');
          return SECRET_REMOVED;
        });
        if (rest === before) break;
      }
    return rest;
  };

  const withoutSubjects = (text: string, tally: Tally): string =>
    text.replace(SUBJECT, (whole, before: string, _mark: string, subject: string, after: string) => {
      const pseudonym = names?.subjects.get(subject);
      if (pseudonym === undefined) return whole;
      count(tally, 'subject');
      return before + pseudonym + after;
    });

  const withoutNames = (text: string, tally: Tally): string =>
    namePattern === null
      ? text
      : text.replace(namePattern, (found) => {
          const replacement = byText.get(found.toLowerCase());
          count(tally, replacement?.kind ?? 'name');
          return replacement?.pseudonym ?? '[name removed]';
        });

  const withoutFolders = (text: string, tally: Tally): string =>
    folders.reduce((rest, { pattern, instead }) => {
      return rest.replace(pattern, () => {
        count(tally, 'folder');
        return instead;
      });
    }, text);

  return {
    redact(text, tally = new Map()) {
      const safe = withoutSecrets(withoutFolders(text, tally), tally);
      return names === null ? safe : withoutNames(withoutSubjects(safe, tally), tally);
    },
    leaks: (text) => [
      ...hits(text, secretPattern).map((line): Leak => ({ line, kind: 'secret' })),
      ...hits(text, leakPattern).map((line): Leak => ({ line, kind: 'name' })),
    ],
    siteName: names?.siteName ?? material.siteName,
    given: replacements.map((one) => one.pseudonym),
    protectedValues: known.length + byText.size,
    table: names?.table ?? null,
  };
};

const MOST_HITS = 20;

const hits = (text: string, pattern: RegExp | null): number[] => {
  if (pattern === null) return [];
  const lines = [...text.matchAll(pattern)].slice(0, MOST_HITS).map(({ index }) => lineAt(text, index));
  return [...new Set(lines)];
};

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
