import { hexOf } from './encodings';
import { anyOf } from './literals';
import type { Pseudonyms, Replacement } from './pseudonyms';
import { count, type Tally } from './tally';

const SUBJECT = /(\bsubject (["']))(.+?)(\2(?=\s*$|\s+(?:to|for)\b))/gim;

/** A subject of several words is looked for everywhere. */
const tellingSubjects = (subjects: ReadonlyMap<string, string>): Replacement[] =>
  [...subjects]
    .filter(([text]) => text.length >= 12 && /\s/.test(text))
    .map(([text, pseudonym]) => ({ kind: 'subject', text, pseudonym, bounds: 'anywhere' }));

/** Handshakes are kept as hexadecimal bytes, certificates and their names among them: as many `x` stand there instead. */
const inHex = (replacements: readonly Replacement[]): Replacement[] =>
  replacements
    .filter(({ text, bounds }) => bounds === 'anywhere' && text.length >= 8)
    .map((one) => ({ ...one, text: hexOf(one.text), pseudonym: hexOf('x').repeat(hexOf(one.text).length / 2) }));

/** Everything that is replaced by a pseudonym, in the forms it stands in. */
export const replacementsOf = (names: Pseudonyms | null): readonly Replacement[] => {
  if (names === null) return [];
  const plain = [...names.replacements, ...tellingSubjects(names.subjects)];
  return [...plain, ...inHex(plain)];
};

const subjectsReplaced = (text: string, subjects: ReadonlyMap<string, string>, tally: Tally): string =>
  text.replace(SUBJECT, (whole, before: string, _mark: string, subject: string, after: string) => {
    const pseudonym = subjects.get(subject);
    if (pseudonym === undefined) return whole;
    count(tally, 'subject');
    return before + pseudonym + after;
  });

/** Puts pseudonyms in the place of names and addresses. */
export const nameReplacer = (
  names: Pseudonyms | null,
  replacements: readonly Replacement[],
): ((text: string, tally: Tally) => string) => {
  const pattern = anyOf(replacements, 'giu');
  const byText = new Map(replacements.map((one) => [one.text.toLowerCase(), one]));
  if (names === null) return (text) => text;
  return (text, tally) => {
    const rest = subjectsReplaced(text, names.subjects, tally);
    if (pattern === null) return rest;
    return rest.replace(pattern, (found) => {
      const replacement = byText.get(found.toLowerCase());
      count(tally, replacement?.kind ?? 'name');
      return replacement?.pseudonym ?? '[name removed]';
    });
  };
};
