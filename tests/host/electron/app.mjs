import { join } from 'node:path';
import { closeWindows, openWindows } from './browser-window.mjs';
import { emitter } from './emitter.mjs';
import { answerParent, askParent } from './link.mjs';
import { strict } from './strict.mjs';

const { root, version, dataFolder } = JSON.parse(process.env.CPQ_HOST_APP ?? '{}');

const told = [
  'ready',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'second-instance',
  'activate',
  'web-contents-created',
];
const { methods, tell, ask } = emitter('app', told);
export const tellApp = tell;

let ready = false;
/** @type {Map<string, string>} */
const paths = new Map([
  ['userData', dataFolder],
  ['appData', dataFolder],
  ['temp', join(dataFolder, 'temp')],
  ['documents', dataFolder],
  ['downloads', dataFolder],
  ['desktop', dataFolder],
  ['home', dataFolder],
]);
/** @type {string[]} */
export const switches = [];

/** Electron's order: ask everybody, close the windows, say good-bye. A prevented event ends it. */
const quit = async () => {
  if (ask('before-quit')) return;
  await closeWindows();
  if (openWindows() > 0 || ask('will-quit')) return;
  exit(0);
};

const exit = (code = 0) => {
  tell('quit', {}, code);
  void askParent('app.exited', code).finally(() => process.exit(code));
};

export const app = strict('app', {
  ...methods,
  isPackaged: false,
  name: 'cpq-doctor',
  getName: () => 'cpq-doctor',
  getVersion: () => version,
  getLocale: () => 'en-US',
  getPreferredSystemLanguages: () => ['en-US'],
  getAppPath: () => root,
  getPath: (/** @type {string} */ name) => {
    const path = paths.get(name);
    if (path === undefined) throw new Error(`The test host has no path "${name}".`);
    return path;
  },
  setPath: (/** @type {string} */ name, /** @type {string} */ path) => void paths.set(name, path),
  setAppUserModelId: () => undefined,
  isReady: () => ready,
  whenReady: () => (ready ? Promise.resolve() : new Promise((go) => methods.once('ready', () => go(undefined)))),
  /** The parent gives each host a data folder of its own and runs one child in it. */
  requestSingleInstanceLock: () => true,
  enableSandbox: () => {
    if (ready) throw new Error('app.enableSandbox() can only be called before app is ready');
  },
  commandLine: strict('app.commandLine', {
    appendSwitch: (/** @type {string} */ name, /** @type {string} */ value = '') =>
      void switches.push(value === '' ? name : `${name}=${value}`),
    hasSwitch: (/** @type {string} */ name) => switches.some((line) => line.split('=')[0] === name),
  }),
  quit: () => void quit(),
  exit,
  focus: () => undefined,
});

/** Electron refuses some calls after `ready`; the host must therefore import main first. */
export const isReady = () => ready;

answerParent('ready', () => {
  ready = true;
  tell('ready', {}, {});
});
answerParent('quit', () => void quit());
answerParent('second-instance', (argv) => void tell('second-instance', {}, argv, root, {}));
