import type { Place } from './list';
import type { Grammar } from './rules';
import type { Selection } from './selection';
import type { Suite } from './suite';

type Places = readonly Place[];

/** One OpenSSL generation, as far as a cipher string can see it. */
export interface Build {
  /** All suites, off, in the order from which a string begins. */
  readonly suites: readonly Suite[];
  readonly grammar: Grammar;
  /** What `DEFAULT` at the beginning stands for. */
  readonly defaultList: string;
  /** Since 1.0.2 a string that begins with one of these words is replaced as a whole. */
  readonly replaced: readonly (readonly [string, string])[];
  readonly drop: (places: Places, selection: Selection) => Places;
  /** What is really offered of a suite that is switched on, at the security level of the string (null: not named). */
  readonly offers: (suite: Suite, level: number | null) => boolean;
}
