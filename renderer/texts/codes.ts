import type { Finding, Problem, RemedyStep } from '../../main/core/model';
import type { Params, Words } from './use-words';

/** Texts for codes of the catalogue and of the checks; a missing key shows the code, never an error. */

export const checkTitle = (check: string, words: Words): string =>
  words.first([`checks:${check}.title`, `checks:${check}.name`], {}, check);

export const checkReason = (check: string, words: Words): string =>
  words.first([`checks:${check}.reason`, `checks:${check}.why`, `checks:${check}.question`], {}, '');

const ends = (finding: Finding): Params => {
  const [esa = 'ESA', sma = 'SMA'] = finding.appliances;
  const forward = finding.flow === 'esa-to-sma';
  return { esa, sma, initiator: forward ? esa : sma, responder: forward ? sma : esa, ...finding.because.params };
};

export const causeTitle = (code: string, words: Words, params: Params = {}): string =>
  words.first([`causes:${code}.title`], params, code);

export const findingTitle = (finding: Finding, words: Words): string => causeTitle(finding.code, words, ends(finding));

export const findingSentence = (finding: Finding, words: Words): string =>
  words.first([`causes:${finding.code}.sentence`], ends(finding), '');

export const becauseText = (finding: Finding, words: Words): string =>
  words.first(
    [`causes:${finding.code}.because.${finding.because.key}`, `causes:because.${finding.because.key}`],
    ends(finding),
    '',
  );

export const remedyText = (finding: Finding, step: RemedyStep, words: Words): string =>
  words.first(
    [`causes:${finding.code}.remedy.${step.step}`, `causes:remedy.${step.step}`],
    { ...ends(finding), ...step.params },
    step.step,
  );

export const problemText = (problem: Problem, words: Words): string => {
  const params: Params = { where: problem.where ?? '', ...problem.params };
  return words.first(
    [`problems:${problem.code}`, `problems:${problem.code}.text`],
    params,
    words.say('unknownProblem', { code: problem.code }),
  );
};
