import { defineConfig } from '@playwright/test';
import { electronProgram } from './scripts/start/electron.mjs';
import type { Shell } from './tests/app/fixture';

const electronIsHere = electronProgram() !== null;
if (!electronIsHere && process.env.TEST_WORKER_INDEX === undefined) {
  process.stderr.write('skipped: project "electron", because the Electron binary is not installed\n');
}

/** The same specs twice: on the built bundles in Chromium, and in real Electron wherever its binary is present. */
export default defineConfig<{ shell: Shell }>({
  testDir: 'tests/app',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: process.env.CI !== undefined,
  projects: [
    { name: 'host', use: { shell: 'host', actionTimeout: 15_000 } },
    ...(electronIsHere ? [{ name: 'electron', use: { shell: 'electron' as const, actionTimeout: 15_000 } }] : []),
  ],
});
