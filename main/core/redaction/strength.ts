import { SECRET_REMOVED } from './marker';
import type { Vocabulary } from './vocabulary';

/**
 * Whether a secret says so little that its letters alone cannot be looked for: fewer than four of them, a short number,
 * a word that our own texts use. Such a one is removed in exact places only (a password field, a whole line).
 */
export const isWeak = (secret: string, vocabulary: Vocabulary): boolean =>
  secret.length < 4 ||
  /^\d{1,7}$/.test(secret) ||
  SECRET_REMOVED.includes(secret) ||
  vocabulary.has(secret.toLowerCase());

/** A value behind a word such as password: kept in mind only where it does not look like any other word. */
export const isTelling = (value: string, vocabulary: Vocabulary): boolean =>
  !isWeak(value, vocabulary) &&
  value.length >= 8 &&
  value.length <= 400 &&
  !/\s/.test(value) &&
  (value.length >= 12 || !/^[A-Za-z]+$/.test(value));
