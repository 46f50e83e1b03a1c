import type { Finding, Problem, RemedyStep } from '../../main/core/model';
import { becauseOf, remedyTextOf, sentenceOf, titleOf } from '../../main/core/texts/finding-words';
import { whatIfWords } from '../../main/core/texts/what-if-words';
import type { Params, Words } from './use-words';

/** Texts for codes of the catalogue and of the checks; a missing key shows the code, never an error. */

export const checkTitle = (check: string, words: Words): string =>
  words.first([`checks:check.${check}.name`], {}, check);

export const checkReason = (check: string, words: Words): string => words.first([`checks:check.${check}.why`], {}, '');

export const causeTitle = (code: string, words: Words): string =>
  words.has(`causes:${code}.title`) ? titleOf(code, words) : code;

export const findingTitle = (finding: Finding, words: Words): string => causeTitle(finding.code, words);

/** The sentence that concludes, in its two halves: the first is set in the colour of the state. */
export const verdictHalves = (finding: Finding, words: Words): [string, string] => {
  if (!words.has(`causes:${finding.code}.sentence`)) return [`${findingTitle(finding, words)}.`, ''];
  const sentence = sentenceOf(finding, words);
  const cut = /[.!?](?=\s)/.exec(sentence);
  return cut === null ? [sentence, ''] : [sentence.slice(0, cut.index + 1), sentence.slice(cut.index + 1).trim()];
};

export const becauseText = (finding: Finding, words: Words): string => {
  const { key } = finding.because;
  const known = [`causes:${finding.code}.because.${key}`, `causes:shared.because.${key}`].some(words.has);
  return known ? becauseOf(finding, words) : '';
};

/** What the repair would change: a question and its answers; null where the finding has none. */
export const whatIfText = ({ whatIf }: Finding, words: Words): ReturnType<typeof whatIfWords> | null =>
  whatIf === undefined ? null : whatIfWords(whatIf, words);

export const remedyText = (finding: Finding, step: RemedyStep, words: Words): string => {
  const keys = [`causes:${finding.code}.remedy.${step.step}`, `causes:shared.remedy.${step.step}`];
  return keys.some(words.has) ? remedyTextOf(finding.code, step, words) : step.step;
};

/** Problems are written for the command line, in the middle of a line; here they begin one. */
const begun = (text: string, params: Params): string => {
  const value = Object.values(params).some((one) => one !== '' && text.startsWith(String(one)));
  return value ? text : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}`;
};

const paramsOf = (problem: Problem): Params => ({ where: problem.where ?? '', ...problem.params });

/** A problem in the middle of a line. */
export const problemInLine = (problem: Problem, words: Words): string => {
  const key = `problems:${problem.code}`;
  return words.has(key) ? words.say(key, paramsOf(problem)) : words.say('unknownProblem', { code: problem.code });
};

/** A problem at the beginning of a line. */
export const problemText = (problem: Problem, words: Words): string =>
  begun(problemInLine(problem, words), paramsOf(problem));
