import { emitter } from './emitter.mjs';
import { answerParent } from './link.mjs';
import { strict } from './strict.mjs';

const { methods, ask } = emitter('session', ['will-download']);

/** @type {((details: any, answer: (decision: { cancel?: boolean }) => void) => void) | null} */
let beforeRequest = null;
/** @type {((contents: any, permission: string, origin: string, details: any) => boolean) | null} */
let permissionCheck = null;
/** @type {((contents: any, permission: string, answer: (granted: boolean) => void) => void) | null} */
let permissionRequest = null;

export const defaultSession = strict('session', {
  ...methods,
  setPermissionRequestHandler: (/** @type {typeof permissionRequest} */ handler) => {
    permissionRequest = handler;
  },
  setPermissionCheckHandler: (/** @type {typeof permissionCheck} */ handler) => {
    permissionCheck = handler;
  },
  // A page in the host never reaches a device: Chromium's own prompt is refused by the driver.
  setDevicePermissionHandler: () => undefined,
  setSpellCheckerEnabled: () => undefined,
  webRequest: strict('session.webRequest', {
    onBeforeRequest: (/** @type {typeof beforeRequest} */ listener) => {
      beforeRequest = listener;
    },
  }),
});

export const session = strict('session', {
  get defaultSession() {
    return defaultSession;
  },
});

/** What main's own filter says about a request of the page; without a filter nothing is cancelled, as in Electron. */
answerParent(
  'may-request',
  (details) =>
    new Promise((decide) => {
      if (beforeRequest === null) return decide(true);
      beforeRequest(details, (decision) => decide(decision.cancel !== true));
    }),
);
answerParent('may-download', ({ url }) => !ask('will-download', {}, { getURL: () => url }, null));

/** Both handlers must agree, as in Electron; without handlers everything is granted, as in Electron. */
answerParent('permitted', async ({ permission, origin }) => {
  const checked = permissionCheck?.(null, permission, origin, {}) ?? true;
  const granted = await new Promise((answer) =>
    permissionRequest === null ? answer(true) : permissionRequest(null, permission, answer),
  );
  return checked && granted;
});
