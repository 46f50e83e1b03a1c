import type { Observation, Quote } from '../model';
import type { Cite, Grade, Judgement } from './cause';

type Params = Record<string, string>;
interface Options {
  readonly params?: Params;
  readonly ask?: readonly string[];
  readonly against?: readonly Cite[];
  readonly history?: boolean;
}

const make = (status: Judgement['status'], cites: readonly Cite[], key: string, options: Options = {}): Judgement => ({
  status,
  because: { key, params: options.params ?? {} },
  cites,
  against: options.against ?? [],
  ask: options.ask ?? [],
  history: options.history ?? false,
});

const isQuoted = (cites: readonly Cite[]): boolean => cites.some((one) => one.quotes.length > 0);

/**
 * The one way to *confirmed*. Answers *suspected* when nothing sourced or measured stands behind it, or
 * when no word can be quoted: nothing inferred may become a confirmed finding.
 */
export const confirmed = (grade: Grade, cites: readonly Cite[], key: string, options: Options = {}): Judgement =>
  make(grade === 'inferred' || !isQuoted(cites) ? 'suspected' : 'confirmed', cites, key, options);

export const suspected = (cites: readonly Cite[], key: string, options: Options = {}): Judgement =>
  make('suspected', cites, key, options);

/** Ruled out by words that can be quoted; without them it is only not checked. */
export const ruledOut = (cites: readonly Cite[], key: string, options: Options = {}): Judgement =>
  make(isQuoted(cites) ? 'ruled-out' : 'not-checked', cites, key, options);

export const notChecked = (ask: readonly string[], key = 'not-asked', options: Options = {}): Judgement =>
  make('not-checked', [], key, { ...options, ask });

/**
 * Points at an observation, and at those of its quotes that `wanted` picks; all of them when nothing is said. Words
 * that are not there are not replaced by others: then nothing is quoted, and nothing can be confirmed or ruled out by it.
 */
export const cite = (observation: Omit<Observation, 'data'>, wanted: (quote: Quote) => boolean = () => true): Cite => ({
  observation,
  quotes: observation.quotes.filter(wanted).slice(0, 3),
});

/** Points at the line of a configuration that `at` names (`line 120`). */
export const citePlace = (observation: Omit<Observation, 'data'>, at: string): Cite => {
  const line = Number(/(\d+)/.exec(at)?.[1]);
  return cite(observation, (quote) => quote.line === line);
};
