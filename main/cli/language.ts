import type { Language } from '../core/model';

const chosenBy = (argv: readonly string[]): string | undefined => {
  const at = argv.findLastIndex((one) => one === '--lang' || one.startsWith('--lang='));
  const found = argv[at];
  if (found === undefined) return undefined;
  return found === '--lang' ? argv[at + 1] : found.slice('--lang='.length);
};

/** The language of texts for people: `--lang` anywhere on the line, else the environment's, else English. */
export const languageOf = (argv: readonly string[], env: Readonly<Record<string, string | undefined>>): Language => {
  const chosen = chosenBy(argv) ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return chosen.toLowerCase().startsWith('fr') ? 'fr' : 'en';
};
