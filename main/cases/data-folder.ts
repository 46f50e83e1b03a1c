import { posix, win32 } from 'node:path';

/**
 * Where cases are kept when nobody says otherwise: `CPQ_DOCTOR_DATA`, else the platform's place for a user's data
 * (%APPDATA%, Application Support, XDG base directory: $XDG_DATA_HOME or ~/.local/share). XDG ignores relative paths.
 */
export const dataFolder = (
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  home: string,
): string => {
  const path = platform === 'win32' ? win32 : posix;
  const chosen = env.CPQ_DOCTOR_DATA;
  if (chosen !== undefined && chosen !== '') return path.resolve(chosen);
  if (platform === 'win32') return path.join(given(env.APPDATA, path.join(home, 'AppData', 'Roaming')), 'cpq-doctor');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'cpq-doctor');
  const share = path.join(home, '.local', 'share');
  return path.join(posix.isAbsolute(env.XDG_DATA_HOME ?? '') ? given(env.XDG_DATA_HOME, share) : share, 'cpq-doctor');
};

const given = (value: string | undefined, otherwise: string): string =>
  value === undefined || value === '' ? otherwise : value;
