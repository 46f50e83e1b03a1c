import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { PAGE_ORIGIN } from './addresses.mjs';
import { forkMain } from './fork.mjs';
import { wirePage } from './page.mjs';

/** Chromium shall do nothing of its own. */
const QUIET = [
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--hide-crash-restore-bubble',
];

/**
 * Runs the built app in a browser: the bundles of main, preload and page as they are, only `electron` replaced.
 *
 * @typedef {{ kind: 'save' | 'open' | 'message', options: any }} DialogQuestion
 * @typedef {object} HostOptions
 * @property {string} root the folder that holds package.json, whose `main` is the built entry
 * @property {string} dataFolder main's userData; the browser's profile lies in it too, so that the page's storage lasts
 * @property {string} browserPath an installed Chromium, Chrome or Edge
 * @property {boolean} [headed]
 * @property {boolean} [boring] pose as BoringSSL
 * @property {Record<string, string | undefined>} [env]
 * @property {(question: DialogQuestion) => any} answerDialog
 * @property {(text: string) => void} [onText] what main writes to its terminal
 * @property {(text: string) => void} [onTrouble] what must not happen: errors of the page, requests that got through
 */

/** @param {HostOptions} options */
export const startHost = async (options) => {
  const { root, dataFolder, onText = () => undefined, onTrouble = () => undefined } = options;
  const context = await openBrowser(options);
  /** @type {Map<number, Awaited<ReturnType<typeof wirePage>>>} */
  const windows = new Map();
  /** @type {(page: import('playwright').Page) => void} */
  let show = () => undefined;
  /** @type {Promise<import('playwright').Page>} */
  const firstWindow = new Promise((done) => {
    show = done;
  });
  const wired = (/** @type {number} */ id) => {
    const found = windows.get(id);
    if (found === undefined) throw new Error('The window is gone.');
    return found;
  };

  const openWindow = async (/** @type {any} */ { id, width, height, preload }) => {
    const page = windows.size === 0 ? (context.pages()[0] ?? (await context.newPage())) : await context.newPage();
    if (!options.headed) await page.setViewportSize({ width, height });
    windows.set(id, await wirePage({ page, id, preload, ask: main.ask, onTrouble }));
  };

  const described = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const main = forkMain(
    {
      main: join(root, described.main),
      root,
      version: described.version,
      dataFolder,
      boring: options.boring ?? false,
      env: options.env ?? process.env,
      onText,
    },
    {
      'window.open': openWindow,
      'window.show': ({ id }) => wired(id).page.bringToFront(),
      'window.close': ({ id }) => wired(id).close(),
      'contents.load': async ({ id, url }) => {
        await wired(id).load(url);
        show(wired(id).page);
      },
      'contents.send': (message) => wired(message.id).send(message),
      dialog: options.answerDialog,
      'error-box': ({ title, content }) => onTrouble(`${title}: ${content}`),
      'app.exited': () => undefined,
    },
  );
  const exited = main.exited.then(async (code) => {
    await context.close().catch(() => undefined);
    return code;
  });
  await Promise.race([main.loaded, exited.then(endedEarly)]);
  await main.ask('ready');
  await grantWhatMainAllows(context, main.ask);
  return {
    context,
    /** The first window's page, once it stands. */
    page: () => Promise.race([firstWindow, exited.then(endedEarly)]),
    ask: main.ask,
    exited,
    /** Quits as the menu would, and answers the exit code; a main that does not end within ten seconds is ended. */
    quit: async () => {
      const timer = setTimeout(() => main.child.kill(), 10_000);
      await main.ask('quit').catch(() => undefined);
      const code = await exited;
      clearTimeout(timer);
      return code;
    },
  };
};

const endedEarly = (/** @type {number} */ code) => {
  throw new Error(`The main process ended with code ${code} before its window stood.`);
};

/** A window for people is sandboxed wherever Chromium can be: it cannot for root. Tests may run in any container. */
const openBrowser = async (/** @type {HostOptions} */ { browserPath, dataFolder, headed = false }) => {
  const window = ['--app=data:text/html,<title>CPQ Doctor</title>', '--window-size=1280,832'];
  return await chromium.launchPersistentContext(join(dataFolder, 'browser-profile'), {
    executablePath: browserPath,
    headless: !headed,
    chromiumSandbox: headed && process.getuid?.() !== 0,
    args: [...QUIET, ...(headed ? window : [])],
    ...(headed ? { viewport: null, ignoreDefaultArgs: ['--enable-automation'] } : {}),
    serviceWorkers: 'block',
    handleSIGINT: false,
    handleSIGTERM: false,
  });
};

/** The browser's permissions follow main's own handlers. */
const grantWhatMainAllows = async (
  /** @type {import('playwright').BrowserContext} */ context,
  /** @type {(kind: string, payload?: unknown) => Promise<any>} */ ask,
) => {
  const allowed = await ask('permitted', { permission: 'clipboard-sanitized-write', origin: 'app://bundle' });
  await context.grantPermissions(allowed ? ['clipboard-write'] : [], { origin: PAGE_ORIGIN });
};
