import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { inRoot } from '../start/places.mjs';
import { runHere } from '../start/program.mjs';
import { say, secondsSince } from '../start/say.mjs';
import { npmBin } from './npm-bin.mjs';

const report = (/** @type {string} */ name) => inRoot('test-results', `${name}.json`);

const fresh = (/** @type {string} */ name) => {
  mkdirSync(inRoot('test-results'), { recursive: true });
  rmSync(report(name), { force: true });
  return report(name);
};

const readReport = (/** @type {string} */ file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

/** In CI a skipped test is a failed one: what it needs has to be there. */
const counted = (
  /** @type {string} */ name,
  /** @type {number} */ passed,
  /** @type {number} */ failed,
  /** @type {number} */ skipped,
) => {
  if (skipped > 0) say(`skipped in ${name}: ${skipped}`);
  return { passed, failed: failed + (process.env.CI ? skipped : 0) };
};

/**
 * Runs projects of the unit runner, `workers` files at a time. A run without a report is one failure.
 * @param {string} name @param {string[]} projects @param {number} workers
 */
export const vitest = async (name, projects, workers = 1) => {
  const since = Date.now();
  const file = fresh(name);
  const chosen = projects.flatMap((one) => ['--project', one]);
  const code = await runHere(process.execPath, [
    npmBin('vitest'),
    'run',
    ...chosen,
    `--maxWorkers=${workers}`,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const told = readReport(file);
  say(`${code === 0 ? 'passed' : 'FAILED'}: ${name} tests (${secondsSince(since)})`);
  if (told === null) return { passed: 0, failed: 1 };
  const broken = told.numFailedTests === 0 && code !== 0 ? 1 : 0;
  return counted(name, told.numPassedTests, told.numFailedTests + broken, told.numPendingTests);
};

/** Runs the app's specs; real Electron is the one project that may be absent. */
export const playwright = async () => {
  const since = Date.now();
  const file = fresh('app');
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runHere(process.execPath, [npmBin('playwright'), 'test', '--reporter=line,json'], env);
  const told = readReport(file);
  say(`${code === 0 ? 'passed' : 'FAILED'}: app tests (${secondsSince(since)})`);
  if (told === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = told.stats;
  const broken = unexpected + flaky === 0 && code !== 0 ? 1 : 0;
  return counted('app', expected, unexpected + flaky + broken, skipped);
};
