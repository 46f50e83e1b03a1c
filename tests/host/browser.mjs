import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Chromium, Chrome and Edge stand by default. No package is imported here: `npm start` asks before it has any. */
const LINUX = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS = [
  join('Google', 'Chrome', 'Application', 'chrome.exe'),
  join('Microsoft', 'Edge', 'Application', 'msedge.exe'),
  join('Chromium', 'Application', 'chrome.exe'),
];

const onPath = () => {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  return LINUX.flatMap((name) =>
    folders.filter((folder) => folder.startsWith('/')).map((folder) => join(folder, name)),
  );
};

const inProgramFiles = () =>
  [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder === undefined ? [] : WINDOWS.map((path) => join(folder, path)),
  );

const places = () => {
  if (process.platform === 'darwin') return MAC;
  if (process.platform === 'win32') return inProgramFiles();
  return onPath();
};

const runs = (/** @type {string} */ path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** @returns {string | null} the path of an installed Chromium, Chrome or Edge; `CPQ_DOCTOR_BROWSER` names another one */
export const findBrowser = () => {
  const named = process.env.CPQ_DOCTOR_BROWSER;
  if (named !== undefined && named !== '') return runs(named) ? named : null;
  return places().find(runs) ?? null;
};
