import { type FolderRule, laptopFolders } from './laptop-folders';
import { type Leak, leakFinder } from './leaks';
import { learntNames, learntSecrets, type Material } from './learn';
import { nameReplacer, replacementsOf } from './replace-names';
import { secretPattern, secretRemover, weakPattern } from './replace-secrets';
import type { PseudonymTable } from './table';
import { count, type Tally } from './tally';

export interface Redactor {
  /** The text without secrets, and with pseudonyms where they were asked for. Line n stays line n. */
  redact(text: string, tally?: Tally): string;
  /** Where a finished text still holds something that had to go. */
  leaks(text: string): readonly Leak[];
  readonly siteName: string;
  /** Pseudonyms given out, to be marked in the report. */
  readonly given: readonly string[];
  readonly table: PseudonymTable | null;
}

const withoutFolders = (text: string, rules: readonly FolderRule[], tally: Tally): string =>
  rules.reduce(
    (rest, { pattern, instead }) =>
      rest.replace(pattern, () => {
        count(tally, 'folder');
        return instead;
      }),
    text,
  );

/**
 * Learns everything over all texts first, so that the order of the texts never matters, and answers what replaces it in
 * one of them. Replacing twice is as good as once.
 */
export const redactorFor = (material: Material): Redactor => {
  const secrets = secretPattern(learntSecrets(material));
  const names = learntNames(material);
  const replacements = replacementsOf(names);
  const folders = laptopFolders(material.site);
  const removeSecrets = secretRemover([secrets, weakPattern(material.secrets, material.vocabulary)], {
    certificates: names !== null,
  });
  const replaceNames = nameReplacer(names, replacements);
  return {
    redact: (text, tally = new Map()) =>
      replaceNames(removeSecrets(withoutFolders(text, folders, tally), tally), tally),
    leaks: leakFinder(secrets, replacements),
    siteName: names?.siteName ?? material.siteName,
    given:
      names === null
        ? []
        : [...names.replacements.map((one) => one.pseudonym), ...names.subjects.values(), names.siteName],
    table: names?.table ?? null,
  };
};
