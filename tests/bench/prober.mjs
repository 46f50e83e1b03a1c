/**
 * `npm run bench:prober`: the full inventory of one listener by the built command line, sslscan, nmap and testssl, on
 * loopback and with a round trip of 50 ms. Needs `npm run build` and the scanners; what is missing is said.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const { module } = await runnerImport(fileURLToPath(new URL('prober.bench.ts', import.meta.url)), {
  logLevel: 'error',
});
process.exit(await module.main(process.argv.slice(2)));
