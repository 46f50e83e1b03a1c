import { type Finding, LAPTOP, type RemedyStep } from '../model';
import type { Words } from './words';

const first = (words: Words, keys: readonly string[], params: Record<string, string | number>): string => {
  const key = keys.find((one) => words.has(one)) ?? keys[0] ?? '';
  return words.say(key, params);
};

/** The short name of a cause. */
export const titleOf = (code: string, words: Words): string => words.say(`causes:${code}.title`);

/** The sentence that a customer can read over a shoulder, for a cause that is present. */
export const sentenceOf = (finding: Finding, words: Words): string =>
  words.say(`causes:${finding.code}.sentence`, finding.because.params);

/** An appliance's own name stands in the sentence, this machine's is a word. */
const vantageOf = ({ vantage }: Record<string, string | number>, words: Words): { vantage?: string } =>
  vantage === LAPTOP ? { vantage: words.say('causes:shared.laptop') } : {};

/** Why this finding has its status, in one sentence for this case; keys of the cause before those that all share. */
export const becauseOf = (finding: Finding, words: Words): string => {
  const { key, params } = finding.because;
  const cause = params.code === undefined ? '' : titleOf(params.code, words);
  const keys = [`causes:${finding.code}.because.${key}`, `causes:shared.because.${key}`];
  return first(words, keys, { ...params, ...vantageOf(params, words), cause });
};

/** One step of the remedy in words; steps that several causes share stand once. */
export const remedyTextOf = (code: string, step: RemedyStep, words: Words): string =>
  first(words, [`causes:${code}.remedy.${step.step}`, `causes:shared.remedy.${step.step}`], {
    ...step.params,
    at: step.at ?? '',
  });
