import { mergeConfig } from 'vitest/config';
import { opensshFiles } from './suites';
import suites from './vitest.config';

/** Against Debian's own OpenSSH: one after another, since each makes accounts. */
export default mergeConfig(
  { ...suites, test: { ...suites.test, include: [] } },
  { test: { include: opensshFiles, fileParallelism: false, testTimeout: 60_000, hookTimeout: 60_000 } },
);
