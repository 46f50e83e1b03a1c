/**
 * Probes the port of 127.0.0.1 given as argument in a process of its own, and prints what it took: the outcome, and by
 * how many bytes the largest resident size passed what it was before. Run with --expose-gc.
 */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const source = fileURLToPath(new URL('../../main/probes/index.ts', import.meta.url));
const { module } = await runnerImport(source, { logLevel: 'error', configFile: false });
const unhandled = [];
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));
const options = { offer: null, suites: null, retry: false, forceAnonymous: false, timeoutMs: 5000 };
// Whatever is loaded and compiled at the first use is no cost of the answer.
await module.probeTls({ host: '127.0.0.1', port: 1 }, options);
globalThis.gc();
const before = process.memoryUsage.rss();
let most = before;
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 2);
const { report } = await module.probeTls({ host: '127.0.0.1', port: Number(process.argv[2]) }, options);
clearInterval(timer);
most = Math.max(most, process.memoryUsage.rss());
const { failure, negotiated } = report;
process.stdout.write(JSON.stringify({ failure, negotiated, unhandled, grown: most - before }));
