import { emitter } from './emitter.mjs';
import { hear } from './ipc-main.mjs';
import { answerParent, askParent } from './link.mjs';
import { defaultSession } from './session.mjs';
import { strict } from './strict.mjs';

/** @type {Map<number, ReturnType<typeof makeContents>>} */
const all = new Map();

const told = [
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'did-finish-load',
  'did-navigate',
  'dom-ready',
  'destroyed',
  'render-process-gone',
  'console-message',
];

/** A frame as main sees it. The main frame is one object for the life of its contents, as in Electron. */
const makeFrame = (/** @type {any} */ parent) => {
  const state = { url: '' };
  const frame = strict('WebFrameMain', {
    get url() {
      return state.url;
    },
    get origin() {
      return originOf(state.url);
    },
    parent,
    get top() {
      return parent ?? frame;
    },
    isDestroyed: () => false,
  });
  return { frame, moved: (/** @type {string} */ url) => void Object.assign(state, { url }) };
};

const originOf = (/** @type {string} */ address) => {
  if (!URL.canParse(address)) return 'null';
  const { protocol, host, origin } = new URL(address);
  return protocol === 'app:' ? `app://${host}` : origin;
};

/** @param {number} id @param {() => void} readyToShow */
export const makeContents = (id, readyToShow) => {
  const { methods, tell, ask } = emitter('webContents', told);
  const main = makeFrame(null);
  let destroyed = false;
  /** @type {Promise<unknown>} */
  let opened = Promise.resolve();
  /** @type {(details: { url: string }) => { action: string }} */
  let openHandler = () => ({ action: 'allow' });
  const contents = strict('webContents', {
    ...methods,
    id,
    mainFrame: main.frame,
    session: defaultSession,
    getURL: () => main.frame.url,
    isDestroyed: () => destroyed,
    isLoading: () => false,
    setWindowOpenHandler: (/** @type {typeof openHandler} */ handler) => {
      openHandler = handler;
    },
    send: (/** @type {string} */ channel, /** @type {unknown[]} */ ...args) => {
      if (destroyed) throw new Error('Object has been destroyed');
      void askParent('contents.send', { id, channel, text: JSON.stringify(args) });
    },
    loadURL: async (/** @type {string} */ url) => {
      await opened;
      await askParent('contents.load', { id, url });
      readyToShow();
    },
  });
  const made = {
    contents,
    main,
    tell,
    ask,
    mayOpen: (/** @type {string} */ url) => openHandler({ url }).action !== 'deny',
    whenOpened: (/** @type {Promise<unknown>} */ promise) => {
      opened = promise;
    },
    destroyed: () => {
      destroyed = true;
      all.delete(id);
      tell('destroyed');
    },
  };
  all.set(id, made);
  return made;
};

const found = (/** @type {number} */ id) => {
  const made = all.get(id);
  if (made === undefined) throw new Error('The window is gone.');
  return made;
};

/** The page asks: the sender is described as Electron would, and the answer is whatever `ipcMain.handle` gives. */
answerParent('invoke', async ({ id, channel, text, url, isMainFrame }) => {
  const { contents, main } = found(id);
  if (isMainFrame) main.moved(url);
  const frame = isMainFrame ? main.frame : childOf(main.frame, url);
  const value = await hear(
    channel,
    { sender: contents, senderFrame: frame, frameId: 1, processId: 1 },
    JSON.parse(text),
  );
  return value === undefined ? null : JSON.stringify(value);
});

const childOf = (/** @type {any} */ parent, /** @type {string} */ url) => {
  const { frame, moved } = makeFrame(parent);
  moved(url);
  return frame;
};

answerParent('navigated', ({ id, url }) => {
  const { main, tell } = found(id);
  main.moved(url);
  tell('did-navigate', {}, url, 200, '');
  tell('did-finish-load');
});

answerParent('may-navigate', ({ id, url, isMainFrame }) => {
  const { ask } = found(id);
  const details = { url, isMainFrame, isSameDocument: false };
  const framePrevented = ask('will-frame-navigate', details);
  return !(framePrevented || (isMainFrame && ask('will-navigate', details, url)));
});

answerParent('may-open', ({ id, url }) => found(id).mayOpen(url));
