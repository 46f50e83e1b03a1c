import type { Problem } from '../core/model';

/** A misspelt key is also a missing one; the line about the typo says both. */
const isEcho = (one: Problem, all: readonly Problem[]): boolean =>
  one.code === 'profile-missing-key' &&
  all.some((other) => other.code === 'profile-unknown-key' && other.params.suggestion === one.params.key);

/** The mistakes of a profile, one line each, under the name of its file: none said twice, and of broken YAML only the first. */
export const profileProblems = (file: string, problems: readonly Problem[]): Problem[] => {
  const broken = problems.find((one) => one.code === 'profile-not-yaml');
  const told = broken === undefined ? problems.filter((one) => !isEcho(one, problems)) : [broken];
  return told.map((one) => ({ ...one, where: one.where === null ? file : `${file}: ${one.where}` }));
};
