import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { suiteFiles } from './suites';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The same test files as under Node; `only-boringssl.ts` fails each of them that runs on anything else. */
export default defineConfig({
  root: here('../../..'),
  test: {
    include: suiteFiles(),
    environment: 'node',
    testTimeout: 20_000,
    setupFiles: [here('only-boringssl.ts')],
    // Two cores, and the prober's tests look at the clock.
    maxWorkers: 2,
    // Bun's own import of zod's entry gives vitest no `z`; transformed by vitest it does.
    server: { deps: { inline: ['zod'] } },
  },
});
