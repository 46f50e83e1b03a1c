import { readFileSync } from 'node:fs';
import { app, tellApp } from './app.mjs';
import { emitter } from './emitter.mjs';
import { answerParent, askParent } from './link.mjs';
import { strict } from './strict.mjs';
import { makeContents } from './web-contents.mjs';

/** @type {Map<number, { window: any, closed: () => void }>} */
const windows = new Map();
let counter = 0;

export const openWindows = () => windows.size;

/** Windows with power are refused here, so that no test can pass on one. */
const demandNoPower = (/** @type {any} */ preferences = {}) => {
  const weak = [];
  if (preferences.nodeIntegration) weak.push('nodeIntegration');
  if (preferences.nodeIntegrationInWorker) weak.push('nodeIntegrationInWorker');
  if (preferences.nodeIntegrationInSubFrames) weak.push('nodeIntegrationInSubFrames');
  if (preferences.sandbox === false) weak.push('sandbox: false');
  if (preferences.contextIsolation === false) weak.push('contextIsolation: false');
  if (preferences.webSecurity === false) weak.push('webSecurity: false');
  if (preferences.allowRunningInsecureContent) weak.push('allowRunningInsecureContent');
  if (preferences.webviewTag) weak.push('webviewTag');
  if (weak.length > 0) throw new Error(`The test host refuses a window with ${weak.join(', ')}.`);
};

const told = ['ready-to-show', 'close', 'closed', 'focus', 'blur', 'show'];

const createWindow = (/** @type {any} */ options = {}) => {
  if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
  demandNoPower(options.webPreferences);
  counter += 1;
  const id = counter;
  const { methods, tell, ask } = emitter('BrowserWindow', told);
  const made = makeContents(id, () => tell('ready-to-show'));
  let destroyed = false;
  const closed = () => {
    if (destroyed) return;
    destroyed = true;
    windows.delete(id);
    made.destroyed();
    tell('closed');
    if (windows.size === 0) tellApp('window-all-closed');
  };
  const window = strict('BrowserWindow', {
    ...methods,
    id,
    webContents: made.contents,
    loadURL: made.contents.loadURL,
    show: () => void askParent('window.show', { id }),
    focus: () => void askParent('window.show', { id }),
    restore: () => undefined,
    isMinimized: () => false,
    isVisible: () => true,
    isDestroyed: () => destroyed,
    setTitle: () => undefined,
    setMenuBarVisibility: () => undefined,
    getBounds: () => ({ x: 0, y: 0, width: options.width, height: options.height }),
    close: () => {
      if (!ask('close')) void askParent('window.close', { id }).then(closed);
    },
    destroy: () => void askParent('window.close', { id }).then(closed),
  });
  windows.set(id, { window, closed });
  const { width, height } = options;
  const preload = options.webPreferences?.preload;
  const opened = askParent('window.open', {
    id,
    width,
    height,
    preload: preload === undefined ? null : readFileSync(preload, 'utf8'),
  });
  made.whenOpened(opened);
  tellApp('web-contents-created', {}, made.contents);
  return window;
};

/** Closes every window as `app.quit` does, and answers when all are gone or one refused. */
export const closeWindows = async () => {
  await Promise.all(
    [...windows].map(async ([id, { closed }]) => {
      await askParent('window.close', { id });
      closed();
    }),
  );
};

export const BrowserWindow = strict(
  'BrowserWindow',
  Object.assign(
    function BrowserWindow(/** @type {any} */ options) {
      return createWindow(options);
    },
    {
      getAllWindows: () => [...windows.values()].map(({ window }) => window),
      getFocusedWindow: () => [...windows.values()][0]?.window ?? null,
      fromWebContents: (/** @type {any} */ contents) =>
        [...windows.values()].find(({ window }) => window.webContents === contents)?.window ?? null,
    },
  ),
);

// The engineer closed the window in the browser: Electron asks first, a browser does not.
answerParent('window.closed', ({ id }) => windows.get(id)?.closed());
