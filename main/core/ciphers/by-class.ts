import type { Selection } from './selection';
import type { Class, Suite } from './suite';

type Wanted = { readonly [kind in Class]?: readonly string[] | undefined };

interface ByClass extends Selection {
  readonly wanted: Wanted;
  readonly name: string | null;
}

const CLASSES: readonly Class[] = ['kx', 'au', 'enc', 'mac', 'protocol', 'export', 'strength', 'standing'];

const isByClass = (selection: Selection): selection is ByClass => 'wanted' in selection;

/** Both sides' words per class; null where a class that both name has no word in common. */
const narrowed = (one: Wanted, other: Wanted): Wanted | null => {
  const both: { [kind in Class]?: readonly string[] | undefined } = { ...one, ...other };
  for (const kind of CLASSES) {
    const [left, right] = [one[kind], other[kind]];
    if (left === undefined || right === undefined) continue;
    const common = left.filter((word) => right.includes(word));
    if (common.length === 0) return null;
    both[kind] = common;
  }
  return both;
};

const answersTo = (suite: Suite, wanted: Wanted): boolean =>
  CLASSES.every((kind) => wanted[kind]?.some((word) => suite.words[kind].includes(word)) ?? true);

/**
 * Since 1.1.0 a strength (`HIGH`, `FIPS`) that follows `COMPLEMENTOFDEFAULT+` overwrites it (`algo_strength =` where
 * 1.0.x has `|=`; ssl_cipher_process_rulestr, measured with 1.1.1k).
 */
const afterOverwriting = (one: Wanted, other: Wanted): Wanted =>
  other.strength !== undefined && one.strength === undefined ? { ...one, standing: undefined } : one;

const make = (wanted: Wanted, name: string | null, named: boolean, overwrites: boolean): ByClass => {
  const picks = (suite: Suite) => (name === null || suite.name === name) && answersTo(suite, wanted);
  const and = (other: Selection) => {
    if (!isByClass(other)) return null;
    const before = overwrites ? afterOverwriting(wanted, other.wanted) : wanted;
    const both = narrowed(before, other.wanted);
    return both === null ? null : make(both, other.name, other.named, overwrites);
  };
  return { wanted, name, named, picks, adds: picks, and };
};

/** A keyword of OpenSSL 1.0.x: each class it names must fit (ssl_cipher_apply_rule of ssl/ssl_ciph.c). */
export const keyword10 = (wanted: Wanted): Selection => make(wanted, null, false, false);

/** A keyword of OpenSSL 1.1.0 and later. */
export const keyword11 = (wanted: Wanted): Selection => make(wanted, null, false, true);

/** What a suite named in full is made of; its protocol is not part of the pattern. */
const madeOf = ({ words }: Suite): Wanted => {
  const { kx, au, enc, mac, strength, standing } = words;
  const made = { kx, au, enc, mac, strength, export: words.export };
  return standing.length === 0 ? made : { ...made, standing };
};

/** A suite named in full: OpenSSL 1.0.x picks whatever is made of the same. */
export const namedSuite10 = (suite: Suite): Selection => make(madeOf(suite), null, true, false);

/** Since 1.1.0 it has to be the suite itself. */
export const namedSuite11 = (suite: Suite): Selection => make(madeOf(suite), suite.name, true, true);
