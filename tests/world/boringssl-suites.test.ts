import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { opensshFiles, suiteFiles } from '../support/boringssl/suites';
import { skipWithoutOpenssh } from '../support/openssh';
import { runtime } from '../support/runtimes';

type Case = { readonly fullName: string; readonly status: string; readonly failureMessages: readonly string[] };
type File = {
  readonly name: string;
  readonly status: string;
  readonly message: string;
  readonly assertionResults: readonly Case[];
};
type Outcome = { readonly numPassedTests: number; readonly testResults: readonly File[] };

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = runtime('boringssl');
if (program === null) console.warn('skipped: no runtime with BoringSSL (npm test installs it on Linux, x64)');

/** Below this somebody has taken tests away: there were 735 when this was written. */
const FEWEST = 650;
const LIMIT_MS = 420_000;

/** Runs vitest itself under Bun; where it leaves no report, what it said is thrown. */
const underBun = async (bun: string, config: string): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-boringssl-'));
  const report = join(folder, 'report.json');
  const options = ['--config', `tests/support/boringssl/${config}`, '--reporter=json'];
  const args = ['--bun', 'node_modules/vitest/vitest.mjs', 'run', ...options, `--outputFile.json=${report}`];
  const said = await new Promise<string>((resolve) => {
    execFile(bun, args, { cwd: root, timeout: LIMIT_MS, maxBuffer: 1 << 24 }, (_code, out, err) => resolve(out + err));
  });
  if (!existsSync(report)) throw new Error(`no report: ${said}`);
  const outcome: Outcome = JSON.parse(readFileSync(report, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  return outcome;
};

/** Tests that did not pass (skipped ones too), and files that could not be read, with what they say. */
const wrongIn = ({ name, status, message, assertionResults }: File): string[] => {
  const wrong = assertionResults.filter((one) => one.status !== 'passed');
  const told = wrong.map((one) => `${one.fullName} (${one.status}): ${one.failureMessages.join(' ')}`);
  return status !== 'passed' && told.length === 0 ? [`${name}: ${message}`] : told;
};

describe.skipIf(program === null)('on BoringSSL', () => {
  it('the suites of the wire and the prober pass, file for file as on OpenSSL', { timeout: LIMIT_MS }, async () => {
    const { testResults, numPassedTests } = await underBun(program ?? '', 'vitest.config.ts');
    expect(testResults.flatMap(wrongIn)).toEqual([]);
    expect(testResults.map(({ name }) => relative(root, name)).sort()).toEqual(suiteFiles());
    expect(numPassedTests).toBeGreaterThan(FEWEST);
  });

  it.skipIf(skipWithoutOpenssh())(
    'keys, old algorithms and jump hosts hold against OpenSSH',
    { timeout: LIMIT_MS },
    async () => {
      const { testResults } = await underBun(program ?? '', 'vitest.openssh.config.ts');
      expect(testResults.flatMap(wrongIn)).toEqual([]);
      expect(testResults.map(({ name }) => relative(root, name)).sort()).toEqual(opensshFiles);
    },
  );
});
