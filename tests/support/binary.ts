import { execFileSync } from 'node:child_process';

/** For `describe.skipIf(...)`: true, with the reason printed, where a program is missing; never in CI. */
export const skipWithoutBinary = (...names: readonly string[]): boolean => {
  const missing = names.filter((name) => {
    try {
      execFileSync('/bin/sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length === 0 || process.env.CI) return false;
  console.warn(`skipped: not installed: ${missing.join(', ')}`);
  return true;
};
