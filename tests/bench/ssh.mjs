/**
 * `npm run bench:ssh`: a cluster of eight ESAs and one SMA, each of which answers 200 ms late, read side by side in one
 * run; set against the longest of them alone.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('ssh.bench.ts', import.meta.url)), { logLevel: 'error' });
process.exit(await module.main(process.argv.slice(2)));
