import { homedir } from 'node:os';
import { join } from 'node:path';

const { env, platform } = process;

const standard = () => {
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  if (platform === 'win32') return env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
  return env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
};

/** Where the app keeps its cases, the same as in Electron, so that both show the same list. */
export const dataFolder = () => env.CPQ_DOCTOR_HOME ?? join(standard(), 'cpq-doctor');
