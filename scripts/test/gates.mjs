import { runHere } from '../start/program.mjs';
import { say, secondsSince } from '../start/say.mjs';
import { npmBin } from './npm-bin.mjs';

/** The checks in the order of their speed; each counts as one test. */
const GATES = [
  ['formatted and linted', 'biome', ['check', '.', '--error-on-warnings']],
  ['types of the core, with no platform', 'tsc', ['-p', 'tsconfig.core.json']],
  ['types of main, preload and tests', 'tsc', ['-p', 'tsconfig.json']],
  ['types of the page', 'tsc', ['-p', 'tsconfig.web.json']],
  [
    'walls',
    'depcruise',
    ['main', 'preload', 'renderer', '--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
  ],
  ['nothing unused', 'knip', []],
];

/** @returns {Promise<{ passed: number, failed: number }>} */
export const gates = async () => {
  let passed = 0;
  for (const [name, program, args] of GATES) {
    const since = Date.now();
    const code = await runHere(process.execPath, [npmBin(program), ...args]);
    say(`${code === 0 ? 'passed' : 'FAILED'}: ${name} (${secondsSince(since)})`);
    if (code === 0) passed += 1;
  }
  return { passed, failed: GATES.length - passed };
};
