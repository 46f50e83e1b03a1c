/**
 * Run by `unshare -Urn`: makes a network of two ends, a listener at the far one that does as it is told and then
 * vanishes (its interface is taken down, so nothing answers any more, not even a reset), and probes it. Prints the
 * failure and the record. Arguments: what the listener says, piece by piece; the probe's options as JSON.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const [texts = '[]', options = '{}'] = process.argv.slice(2);
const ip = (...words) => execFileSync('ip', words, { stdio: 'pipe' });

/** Says each text in its turn; when there is none left, it says so on its output. */
const listener = `
  const left = ${texts};
  require('node:net').createServer((socket) => {
    const next = () => { const text = left.shift(); if (text === undefined) console.log('vanish'); else socket.write(text); };
    next();
    socket.on('data', next).on('error', () => {});
  }).listen(7025, '10.9.9.2', () => console.log('listening'));`;

const far = spawn('unshare', ['-n', 'sleep', '60'], { stdio: 'ignore' });
await once(far, 'spawn');
const inFar = (...words) => execFileSync('nsenter', ['-t', String(far.pid), '-n', ...words], { stdio: 'pipe' });
// The new network exists a moment after the program does.
const own = execFileSync('readlink', ['/proc/self/ns/net'], { encoding: 'utf8' });
while (execFileSync('readlink', [`/proc/${far.pid}/ns/net`], { encoding: 'utf8' }) === own);

ip('link', 'add', 'near', 'type', 'veth', 'peer', 'name', 'far', 'netns', String(far.pid));
ip('addr', 'add', '10.9.9.1/24', 'dev', 'near');
ip('link', 'set', 'near', 'up');
inFar('ip', 'addr', 'add', '10.9.9.2/24', 'dev', 'far');
inFar('ip', 'link', 'set', 'far', 'up');
// Without this the neighbour would be missed before the peer is.
const [, hardware] = /link\/ether (\S+)/.exec(String(inFar('ip', 'link', 'show', 'far')));
ip('neigh', 'replace', '10.9.9.2', 'lladdr', hardware, 'dev', 'near', 'nud', 'permanent');

const program = spawn('nsenter', ['-t', String(far.pid), '-n', 'node', '-e', listener], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
program.stdout.on('data', (said) => String(said).includes('vanish') && inFar('ip', 'link', 'set', 'far', 'down'));
await once(program.stdout, 'data');

const source = fileURLToPath(new URL('../../main/probes/index.ts', import.meta.url));
const { module } = await runnerImport(source, { logLevel: 'error', configFile: false });
const asked = { offer: null, suites: null, retry: false, forceAnonymous: false, ...JSON.parse(options) };
const { report, evidence } = await module.probeTls({ host: '10.9.9.2', port: 7025 }, asked);
process.stdout.write(JSON.stringify({ failure: report.failure, ms: report.durationMs, evidence }));
program.kill();
far.kill();
