/**
 * `npm run bench:config`: a configuration export of 50 MB, read by the product and by saxes alone in the same run, and
 * what stays in memory of it.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('config.bench.ts', import.meta.url)), {
  logLevel: 'error',
});
process.exit(await module.main(process.argv.slice(2)));
