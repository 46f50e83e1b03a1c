import type { Selection } from './selection';
import type { Suite } from './suite';

type Words = ReadonlySet<string>;

interface ByMask extends Selection {
  /** The words the rule looks at, and those of them it allows. */
  readonly masked: Words;
  readonly allowed: Words;
  readonly suite: Suite | null;
}

const isByMask = (selection: Selection): selection is ByMask => 'masked' in selection;

const wordsOf = (suite: Suite): readonly string[] => Object.values(suite.words).flat();

/** At least one masked word, and every masked word allowed. */
const fits = (suite: Suite, { masked, allowed }: ByMask): boolean => {
  const looked = wordsOf(suite).filter((word) => masked.has(word));
  return looked.length > 0 && looked.every((word) => allowed.has(word));
};

/** In its own protocol a named suite is only itself; in the other one whatever is made of the same parts. */
const pickedBy = (rule: ByMask, suite: Suite): boolean =>
  rule.suite !== null && suite.words.protocol.join() === rule.suite.words.protocol.join()
    ? suite.name === rule.suite.name
    : fits(suite, rule);

/** Old words count outside the new mask, new ones outside the old mask, and those that both allow. */
const joined = (one: ByMask, other: ByMask): Words =>
  new Set([
    ...[...one.allowed].filter((word) => !other.masked.has(word) || other.allowed.has(word)),
    ...[...other.allowed].filter((word) => !one.masked.has(word)),
  ]);

const CURVES = ['kECDH', 'kECDHE', 'aECDSA'];

/** 0.9.8 ("ECCdraft") switches elliptic curves on only for a rule that looks at key exchange, ECDSA or the name. */
const addedBy = (rule: ByMask, suite: Suite): boolean =>
  !wordsOf(suite).some((word) => CURVES.includes(word)) ||
  rule.suite !== null ||
  CURVES.some((word) => rule.masked.has(word));

const make = (masked: Words, allowed: Words, suite: Suite | null): ByMask => {
  const rule: ByMask = {
    masked,
    allowed,
    suite,
    named: suite !== null,
    picks: (candidate) => pickedBy(rule, candidate),
    adds: (candidate) => pickedBy(rule, candidate) && addedBy(rule, candidate),
    and: (other) =>
      isByMask(other) ? make(new Set([...masked, ...other.masked]), joined(rule, other), other.suite) : null,
  };
  return rule;
};

/** A keyword of OpenSSL 0.9.8 (ssl_cipher_apply_rule and cipher_aliases of ssl/ssl_ciph.c, 0.9.8zc). */
export const maskKeyword = (masked: readonly string[], allowed: readonly string[]): Selection =>
  make(new Set(masked), new Set(allowed), null);

/** A suite named in full, as 0.9.8 takes it: `RC4-MD5` brings in the SSLv2 suite of that name as well. */
export const maskSuite = (suite: Suite, masked: readonly string[]): Selection =>
  make(new Set(masked), new Set(wordsOf(suite)), suite);
