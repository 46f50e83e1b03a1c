import type { Site } from '../model';
import { addressesIn } from './addresses';
import { learnNames, learnSite, learnTable, noNames } from './names';
import { type Pseudonyms, pseudonymsFor } from './pseudonyms';
import { removeForms } from './secret-forms';
import { isTelling, isWeak } from './strength';
import type { PseudonymTable } from './table';
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

/** A secret of several lines (a key) is known line by line, so that line numbers stay. */
const linesOf = (secret: string): string[] =>
  /[\r\n]/.test(secret) ? secret.split(/\r?\n/).map((line) => line.trim()) : [secret];

/** The secrets of the case and those that stand in its texts behind a word such as password. */
export const learntSecrets = ({ texts, secrets, vocabulary, pseudonyms }: Material): string[] => {
  const known = new Set(secrets.flatMap(linesOf).filter((one) => !isWeak(one, vocabulary)));
  for (const text of texts)
    removeForms(
      text,
      (value, kind, sure) => {
        if (sure && kind !== 'certificate' && isTelling(value, vocabulary)) known.add(value);
        return value;
      },
      { certificates: pseudonyms !== null },
    );
  return [...known];
};

/** Who and what the site and all texts name, with the pseudonym of each; null where names stay. */
export const learntNames = (material: Material): Pseudonyms | null => {
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
  const isWord = vocabulary.has(siteName.toLowerCase());
  return pseudonymsFor(names, addresses, { name: siteName, isWord, first }, pseudonyms);
};
