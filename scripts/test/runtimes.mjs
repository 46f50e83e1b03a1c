import { writeFileSync } from 'node:fs';
import { digestOf, inRoot, textOf } from '../start/places.mjs';
import { npm, runQuietly } from '../start/program.mjs';
import { say, secondsSince } from '../start/say.mjs';

const folder = inRoot('tests', 'runtimes');
const stamp = inRoot('tests', 'runtimes', 'node_modules', '.cpq-doctor-lock');

/**
 * Installs the other TLS stacks (`tests/runtimes`) apart from the project: as a root dependency each would put its own
 * `node` in front of every script. They are programs for Linux on x64; elsewhere their tests skip by name.
 */
export const runtimes = async () => {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say('Not here, so their tests skip: the other TLS stacks (Linux on x64 only)');
    return;
  }
  const wanted = digestOf({ folders: [], files: ['tests/runtimes/package-lock.json'] });
  if (textOf(stamp) === wanted) return;
  const since = Date.now();
  say('Installing the other TLS stacks for tests …');
  await runQuietly(npm('ci', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder), {
    doing: 'installing',
    failed: 'The packages of tests/runtimes could not be installed.',
  });
  writeFileSync(stamp, wanted);
  say(`Installed in ${secondsSince(since)}.`);
};
