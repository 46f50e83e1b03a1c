import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

const { env, platform } = process;

const given = (/** @type {string | undefined} */ value) => (value === undefined || value === '' ? null : value);

const standard = () => {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return given(env.APPDATA) ?? join(homedir(), 'AppData', 'Roaming');
  const share = given(env.XDG_DATA_HOME);
  return share !== null && isAbsolute(share) ? share : join(homedir(), '.local', 'share');
};

/** Where cases are kept: the rule of `main/cases/data-folder.ts`, said again because nothing is built yet. */
export const dataFolder = () => resolve(given(env.CPQ_DOCTOR_DATA) ?? join(standard(), 'cpq-doctor'));

/**
 * Makes a folder of ours and those above it, for the user alone, as `main/disk/make-folder.ts` does: cases hold mail
 * addresses and configurations.
 *
 * @param {string} folder
 */
export const makeOwnFolder = (folder) => mkdirSync(folder, { recursive: true, mode: 0o700 });
