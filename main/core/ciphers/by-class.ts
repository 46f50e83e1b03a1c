import type { Selection } from './selection';
import type { Class, Suite } from './suite';

type Wanted = Readonly<Partial<Record<Class, readonly string[]>>>;

interface ByClass extends Selection {
  readonly wanted: Wanted;
  readonly name: string | null;
}

const CLASSES: readonly Class[] = ['kx', 'au', 'enc', 'mac', 'protocol', 'export', 'strength', 'standing'];

const isByClass = (selection: Selection): selection is ByClass => 'wanted' in selection;

/** Both sides' words per class; null where a class that both name has no word in common. */
const narrowed = (one: Wanted, other: Wanted): Wanted | null => {
  const both: Partial<Record<Class, readonly string[]>> = { ...one, ...other };
  for (const kind of CLASSES) {
    const [left, right] = [one[kind], other[kind]];
    if (left === undefined || right === undefined) continue;
    both[kind] = left.filter((word) => right.includes(word));
    if (both[kind].length === 0) return null;
  }
  return both;
};

const answersTo = (suite: Suite, wanted: Wanted): boolean =>
  CLASSES.every((kind) => wanted[kind]?.some((word) => suite.words[kind].includes(word)) ?? true);

const make = (wanted: Wanted, name: string | null, named: boolean): ByClass => {
  const picks = (suite: Suite) => (name === null || suite.name === name) && answersTo(suite, wanted);
  const and = (other: Selection) => {
    const both = isByClass(other) ? narrowed(wanted, other.wanted) : null;
    return both === null || !isByClass(other) ? null : make(both, other.name, other.named);
  };
  return { wanted, name, named, picks, adds: picks, and };
};

/** A keyword of OpenSSL 1.0.0 and later: each class it names must fit (ssl_cipher_apply_rule of ssl/ssl_ciph.c). */
export const keyword = (wanted: Wanted): Selection => make(wanted, null, false);

/**
 * A suite named in full. Its protocol is not part of the pattern. OpenSSL 1.0.x compares only what the suite is made
 * of (`exact` false); since 1.1.0 its number too.
 */
export const namedSuite = (suite: Suite, exact: boolean): Selection => {
  const { kx, au, enc, mac, strength, standing } = suite.words;
  const made = { kx, au, enc, mac, strength, export: suite.words.export };
  return make(standing.length === 0 ? made : { ...made, standing }, exact ? suite.name : null, true);
};
