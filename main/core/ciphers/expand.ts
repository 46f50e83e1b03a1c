import type { Generation } from '../model/cipher-report';
import { isAnonymous } from './anonymous';
import type { Build } from './build';
import { BUILDS } from './builds';
import { isKnownWord } from './known-words';
import { add, byStrength, kill, move, type Place } from './list';
import { type Reading, type Rule, readRules } from './rules';
import { shownName } from './suite';

/** What is wrong with a list; `at` counts characters from 0. */
export interface ListError {
  readonly at: number;
  readonly token: string;
  /** `unknown-word`: OpenSSL passes over it; `bad-command`: it refuses the list; `nothing-left`: no suite remains. */
  readonly reason: 'unknown-word' | 'bad-command' | 'nothing-left';
}

export interface Expansion {
  /** OpenSSL names in preference order; suites of SSLv2 end in ` (SSLv2)`. */
  readonly suites: readonly string[];
  readonly anonymous: readonly string[];
  /** The tokens, as written, that bring in the anonymous suites, in the order of the list. */
  readonly admittedBy: readonly string[];
  readonly error: ListError | null;
}

const REFUSED = { suites: [], anonymous: [], admittedBy: [] };

/**
 * What an OpenSSL of this generation makes of a cipher list, suite by suite and in order, as measured with the builds
 * of `tests/fixtures/ciphers`. Never throws: a list that OpenSSL refuses has no suites and an error. A word that no
 * OpenSSL knows is an error too, but the rest of the list counts, as it does there.
 */
export const expand = (list: string, generation: Generation): Expansion => expandWith(BUILDS[generation], list);

/** The same for a given build. */
export const expandWith = (build: Build, list: string): Expansion => {
  const reading = read(build, list);
  if (reading.bad !== null) return { ...REFUSED, error: { ...reading.bad, reason: 'bad-command' } };
  const places = offered(build, reading.rules);
  const anonymous = places.filter(({ suite }) => isAnonymous(suite.name));
  const admitting = new Set(anonymous.map(({ by }) => by));
  return {
    suites: places.map(({ suite }) => shownName(suite)),
    anonymous: anonymous.map(({ suite }) => shownName(suite)),
    admittedBy: [...new Set(reading.rules.map(({ token }) => token))].filter((token) => admitting.has(token)),
    error: errorOf(list, reading, places.length),
  };
};

/** `DEFAULT` counts only at the beginning, with or without a separator behind it (ssl_create_cipher_list). */
const read = (build: Build, list: string): Reading => {
  const whole = build.replaced.find(([word]) => list.startsWith(word))?.[1];
  if (whole !== undefined) return readRules(whole, build.grammar);
  if (!list.startsWith(DEFAULT)) return readRules(list, build.grammar);
  const before = readRules(build.defaultList, build.grammar).rules.map((rule) => ({ ...rule, at: 0, token: DEFAULT }));
  const rest = readRules(' '.repeat(DEFAULT.length) + list.slice(DEFAULT.length), build.grammar);
  return { ...rest, rules: [...before, ...rest.rules] };
};
const DEFAULT = 'DEFAULT';

const offered = (build: Build, rules: readonly Rule[]): readonly Place[] => {
  const off: readonly Place[] = build.suites.map((suite) => ({ suite, by: null }));
  const places = rules.reduce((before, rule) => applied(build, before, rule), off);
  const level = rules.findLast((rule) => rule.does === 'level')?.level ?? null;
  return places.filter(({ suite, by }) => by !== null && build.offers(suite, level));
};

const applied = (build: Build, places: readonly Place[], rule: Rule): readonly Place[] => {
  switch (rule.does) {
    case 'add':
      return add(places, rule.selection, rule.token);
    case 'drop':
      return build.drop(places, rule.selection);
    case 'move':
      return move(places, rule.selection.picks);
    case 'kill':
      return kill(places, rule.selection);
    case 'sort':
      return byStrength(places);
    case 'level':
      return places;
  }
};

const errorOf = (list: string, { unknown }: Reading, left: number): ListError | null => {
  const stray = unknown.find(({ token }) => !isKnownWord(token));
  if (stray !== undefined) return { ...stray, reason: 'unknown-word' };
  return left > 0 ? null : { at: 0, token: list, reason: 'nothing-left' };
};
