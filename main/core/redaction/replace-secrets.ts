import { encodingsOf } from './encodings';
import { anyOf, type Literal } from './literals';
import { SECRET_REMOVED } from './marker';
import { removeForms } from './secret-forms';
import { isWeak } from './strength';
import { count, type Tally } from './tally';
import type { Vocabulary } from './vocabulary';

/** Short secrets of plain letters and digits are words; longer ones are found wherever they stand. */
const literalOf = (text: string): Literal => ({
  text,
  bounds: text.length < 8 && /^[\p{L}\p{N}]+$/u.test(text) ? 'letters' : 'anywhere',
});

/** Every known secret in every encoding it may be echoed in; null for none. */
export const secretPattern = (known: readonly string[]): RegExp | null =>
  anyOf(known.flatMap(encodingsOf).map(literalOf), 'gu');

/** A secret so short that only a line or a quoted text of its own can be meant. A word of ours never is. */
export const weakPattern = (secrets: readonly string[], vocabulary: Vocabulary): RegExp | null => {
  const isMeant = (one: string) =>
    one.trim() !== '' && isWeak(one, vocabulary) && !SECRET_REMOVED.includes(one) && !vocabulary.has(one.toLowerCase());
  const pattern = anyOf(
    secrets.filter(isMeant).map((text) => ({ text, bounds: 'anywhere' as const })),
    'gu',
  );
  return pattern === null ? null : new RegExp(`(?<=^|["'])(?:${pattern.source})(?=["']|\\r?$)`, 'gmu');
};

/** Taking one secret out may bring the letters of another together. */
const ROUNDS = 4;

const removeKnown = (text: string, pattern: RegExp | null, tally: Tally): string => {
  let rest = text;
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

/** Takes secrets out of texts: by their form, then the known ones, then the weak ones where they stand alone. */
export const secretRemover = (
  patterns: readonly (RegExp | null)[],
  options: { readonly certificates: boolean },
): ((text: string, tally: Tally) => string) => {
  return (text, tally) => {
    const formless = removeForms(
      text,
      (_value, kind) => {
        count(tally, kind);
        return SECRET_REMOVED;
      },
      options,
    );
    return patterns.reduce((rest, pattern) => removeKnown(rest, pattern, tally), formless);
  };
};
