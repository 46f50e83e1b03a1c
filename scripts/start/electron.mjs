import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, root, textOf } from './places.mjs';
import { say } from './say.mjs';

const folder = inRoot('node_modules', 'electron');
/** The download is made here, so that its growth can be seen. */
const landing = inRoot('node_modules', '.cache', 'electron-download');
/** When the last download failed; a day later it is tried again. */
const refusal = inRoot('node_modules', '.cpq-doctor-no-electron');

const BEGIN_MS = 20_000;
const STALL_MS = 60_000;
const LOOK_MS = 500;
const DAY_MS = 86_400_000;

/** @returns {string | null} Electron's program, where its binary is present */
export const electronProgram = () => {
  const name = textOf(join(folder, 'path.txt'));
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist');
  if (name === null && process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined) return null;
  const program = join(dist, name ?? 'electron');
  return existsSync(program) ? program : null;
};

const bytesUnder = (/** @type {string} */ path) => {
  try {
    return readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + statSync(join(entry.parentPath ?? entry.path, entry.name)).size, 0);
  } catch {
    // Files come and go while they are counted; the next look counts again.
    return 0;
  }
};

const triedToday = () => {
  const at = Number(textOf(refusal) ?? 0);
  return Date.now() - at < DAY_MS ? new Date(at) : null;
};

/**
 * Fetches Electron's binary, with the mirror and proxy settings of the environment. A download that does not begin
 * within 20 s, or that stands still for a minute, is ended.
 *
 * @param {boolean} insist try although it failed earlier today
 * @returns {Promise<string | null>} null when the binary is there, else why not
 */
export const fetchElectron = async (insist) => {
  if (process.env.ELECTRON_SKIP_BINARY_DOWNLOAD) return 'ELECTRON_SKIP_BINARY_DOWNLOAD is set';
  const tried = insist ? null : triedToday();
  if (tried !== null)
    return `it could not be fetched at ${tried.toLocaleString()} (npm start -- --fetch-electron tries again)`;
  say('Fetching Electron (about 120 MB, once) …');
  mkdirSync(landing, { recursive: true });
  const failure = await download();
  rmSync(landing, { recursive: true, force: true });
  if (failure !== null) writeFileSync(refusal, String(Date.now()));
  return failure;
};

const download = () =>
  new Promise((/** @type {(failure: string | null) => void} */ done) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, TMPDIR: landing, TEMP: landing, TMP: landing, ELECTRON_GET_NO_PROGRESS: '1' },
    });
    let complaint = '';
    child.stderr.on('data', (bytes) => (complaint += bytes));
    const end = (/** @type {string | null} */ failure) => {
      clearInterval(watch);
      child.kill('SIGKILL');
      done(failure);
    };
    const watch = watchGrowth(end);
    child.once('error', (error) => end(error.message));
    child.once('close', () => end(electronProgram() === null ? reasonIn(complaint) : null));
  });

/** Calls `end` when nothing began in time, or when what began stands still. */
const watchGrowth = (/** @type {(failure: string) => void} */ end) => {
  const since = Date.now();
  let [bytes, grewAt, toldAt] = [0, 0, since];
  return setInterval(() => {
    const now = Date.now();
    const seen = bytesUnder(landing) + bytesUnder(join(folder, 'dist'));
    if (seen > bytes) [bytes, grewAt] = [seen, now];
    if (grewAt === 0 && now - since > BEGIN_MS) return end('its download did not begin within 20 s');
    if (grewAt !== 0 && now - grewAt > STALL_MS) return end('its download stood still for a minute');
    if (bytes > 0 && now - toldAt > 5_000) {
      toldAt = now;
      say(`  ${Math.round(bytes / 1e6)} MB`);
    }
  }, LOOK_MS);
};

/** The cause of a failed fetch in a line: `getaddrinfo ENOTFOUND …` says more than `fetch failed`. */
const reasonIn = (/** @type {string} */ complaint) => {
  const lines = complaint.split('\n').map((line) => line.trim());
  const cause = lines.find((line) => line.startsWith('[cause]')) ?? lines.find((line) => /error/i.test(line)) ?? '';
  return `its download failed: ${cause.replace(/^(\[cause\]:?\s*)?(\w*Error:\s*)?/, '').slice(0, 200) || 'no reason was given'}`;
};
