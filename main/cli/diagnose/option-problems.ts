import { checks } from '../../core/checks';
import { type Problem, problem } from '../../core/model';
import type { DiagnoseOptions } from './options';

/** The seconds of `--timeout`; null where it is absent or no positive number. */
export const secondsOf = (text: string | undefined): number | null => {
  const seconds = Number(text);
  return text !== undefined && Number.isFinite(seconds) && seconds > 0 ? seconds : null;
};

const unknownChecks = (only: readonly string[]): Problem[] =>
  only
    .filter((id) => !checks.some((one) => one.id === id))
    .map((id) => problem('check-not-known', id, { known: checks.map((one) => one.id).join(', ') }));

/** What is wrong with the words given to `diagnose`, before anything is read. */
export const optionProblems = (site: string | undefined, options: DiagnoseOptions): Problem[] => [
  ...(site !== undefined && options.lab !== undefined ? [problem('site-and-lab', site)] : []),
  ...(options.timeout !== undefined && secondsOf(options.timeout) === null
    ? [problem('option-not-a-number', '--timeout', { value: options.timeout })]
    : []),
  ...unknownChecks([
    ...(options.only ?? []),
    ...(options.skip ?? []),
    ...(options.add ?? []),
    ...(options.again ?? []),
  ]),
  ...(options.again !== undefined && options.case === undefined ? [problem('again-without-case', '--again')] : []),
];
