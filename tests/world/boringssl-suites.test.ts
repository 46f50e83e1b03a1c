import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { suiteFiles } from '../support/boringssl/suites';
import { runtime } from '../support/runtimes';

type Outcome = {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
};

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = runtime('boringssl');
if (program === null) console.warn('skipped: no runtime with BoringSSL (npm test installs it on Linux, x64)');

/** Below this somebody has taken tests away: there were 525 when this was written. */
const FEWEST = 500;
const LIMIT_MS = 240_000;

/** Runs vitest itself under Bun; what it found, and what it said. */
const underBun = async (bun: string): Promise<{ outcome: Outcome; said: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-boringssl-'));
  const report = join(folder, 'report.json');
  const config = ['--config', 'tests/support/boringssl/vitest.config.ts'];
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['--bun', 'node_modules/vitest/vitest.mjs', 'run', ...config, ...reporters];
  const said = await new Promise<string>((resolve) => {
    execFile(bun, args, { cwd: root, timeout: LIMIT_MS, maxBuffer: 1 << 24 }, (_failed, out, err) =>
      resolve(out + err),
    );
  });
  const outcome: Outcome = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return { outcome, said };
};

describe.skipIf(program === null)('on BoringSSL', () => {
  it('the suites of the wire and the prober pass, file for file as on OpenSSL', { timeout: LIMIT_MS }, async () => {
    const { outcome, said } = await underBun(program ?? '');
    expect(
      outcome.testResults.filter(({ status }) => status !== 'passed').map(({ name }) => name),
      said,
    ).toEqual([]);
    expect(outcome.testResults.map(({ name }) => relative(root, name)).sort()).toEqual(suiteFiles());
    expect({ failed: outcome.numFailedTests, skipped: outcome.numPendingTests }, said).toEqual({
      failed: 0,
      skipped: 0,
    });
    expect(outcome.numPassedTests).toBeGreaterThan(FEWEST);
  });
});
