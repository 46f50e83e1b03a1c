import { statSync, writeFileSync } from 'node:fs';
import { digestOf, inRoot, textOf } from './places.mjs';
import { npm, runQuietly } from './program.mjs';
import { Stop, say, secondsSince } from './say.mjs';

const OLDEST_NODE = [20, 19];
const stamp = inRoot('node_modules', '.cpq-doctor-lock');

const demandNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Stop(`CPQ Doctor needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.version}.`);
};

const changedAt = (/** @type {string} */ path) => {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return null;
  }
};

/** Somebody ran `npm ci` by hand: npm's own list of what it installed is newer than the lockfile. */
const installedByHand = () => {
  const installed = changedAt(inRoot('node_modules', '.package-lock.json'));
  return installed !== null && installed >= (changedAt(inRoot('package-lock.json')) ?? 0);
};

/** Installs exactly what the lockfile says, when that is not what stands in node_modules. Throws `Stop`. */
export const install = async () => {
  demandNode();
  const wanted = digestOf({ folders: [], files: ['package-lock.json'] });
  const stamped = textOf(stamp);
  if (stamped === wanted) return;
  if (stamped !== null || !installedByHand()) await installNow();
  writeFileSync(stamp, wanted);
};

const installNow = async () => {
  const since = Date.now();
  say('Installing the packages of package-lock.json …');
  await runQuietly(npm('ci', '--no-audit', '--no-fund'), {
    doing: 'installing',
    failed: 'The packages could not be installed. `npm ci` shows the whole story; `npm start` begins again.',
  });
  say(`Installed in ${secondsSince(since)}.`);
};
