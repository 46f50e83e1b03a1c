import { PAGE_ORIGIN } from './addresses.mjs';

/**
 * Runs in the page before its own scripts, with the built preload inside it. The binding to the driver is taken off
 * `window` first, so the page has what the preload exposes and nothing else.
 *
 * @param {string} binding
 * @param {(...all: any[]) => void} preload
 * @param {string} origin
 */
const inPage = (binding, preload, origin) => {
  const page = /** @type {any} */ (globalThis);
  const call = page[binding];
  delete page[binding];
  if (page !== page.top || page.location.origin !== origin || call === undefined) return;

  /** @type {Map<string, Set<(...all: any[]) => void>>} */
  const listeners = new Map();
  const ask = async (/** @type {object} */ message) => JSON.parse(await call(JSON.stringify(message)));
  const strict = (/** @type {string} */ name, /** @type {any} */ target) =>
    new Proxy(target, {
      get: (object, key) => {
        if (typeof key === 'symbol' || key in object) return object[key];
        throw new Error(`The test host does not implement electron ${name}.${key} in the preload.`);
      },
    });

  const ipcRenderer = strict('ipcRenderer', {
    invoke: async (/** @type {string} */ channel, /** @type {any[]} */ ...args) => {
      const { value, error } = await ask({ kind: 'invoke', channel, args });
      if (error !== undefined) throw new Error(`Error invoking remote method '${channel}': ${error}`);
      return value;
    },
    on: (/** @type {string} */ channel, /** @type {(...all: any[]) => void} */ listener) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    removeListener: (/** @type {string} */ channel, /** @type {(...all: any[]) => void} */ listener) => {
      listeners.get(channel)?.delete(listener);
    },
  });

  /** Copies what crosses, as Electron's bridge does: functions become functions, the rest is plain data. */
  const bridged = (/** @type {any} */ value) => {
    if (typeof value === 'function') {
      return (/** @type {any[]} */ ...args) => {
        const answer = value(...args.map((one) => (typeof one === 'function' ? bridged(one) : copy(one))));
        return answer instanceof Promise ? answer.then(copy) : bridged(answer);
      };
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, bridged(inner)])));
  };
  const copy = (/** @type {any} */ value) => (value === undefined ? undefined : structuredClone(value));

  const contextBridge = strict('contextBridge', {
    exposeInMainWorld: (/** @type {string} */ name, /** @type {any} */ api) => {
      Object.defineProperty(page, name, {
        value: bridged(api),
        enumerable: true,
        writable: false,
        configurable: false,
      });
    },
  });

  const require = (/** @type {string} */ name) => {
    if (name === 'electron') return strict('electron', { contextBridge, ipcRenderer });
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  preload(require, module, module.exports);

  /** A denied window is `null` in Electron; a browser would show one first. The host knows no second window. */
  Object.defineProperty(page, 'open', {
    value: (/** @type {unknown} */ url) => {
      void ask({ kind: 'open', url: new URL(String(url ?? ''), page.location.href).href }).catch(() => undefined);
      return null;
    },
  });

  /** One open question at a time: the answer is whatever main told in between. */
  const listen = async () => {
    for (;;) {
      for (const { channel, args } of await ask({ kind: 'listen' })) {
        for (const listener of listeners.get(channel) ?? []) listener({}, ...args);
      }
    }
  };
  listen().catch(() => undefined);
};

/**
 * @param {string} binding the name under which the driver exposed its binding
 * @param {string} source the built CommonJS preload
 * @returns {string} the script for `addInitScript`
 */
export const preloadScript = (binding, source) =>
  `(${inPage})(${JSON.stringify(binding)}, (require, module, exports) => {\n${source}\n}, ${JSON.stringify(PAGE_ORIGIN)});`;
