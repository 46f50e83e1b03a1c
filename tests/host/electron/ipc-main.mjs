import { strict } from './strict.mjs';

/** @type {Map<string, (event: any, ...args: any[]) => unknown>} */
const handlers = new Map();

export const ipcMain = strict('ipcMain', {
  handle: (/** @type {string} */ channel, /** @type {(event: any, ...args: any[]) => unknown} */ handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  removeHandler: (/** @type {string} */ channel) => void handlers.delete(channel),
});

/** What the page's `ipcRenderer.invoke` comes to. @param {string} channel @param {object} event @param {unknown[]} args */
export const hear = async (channel, event, args) => {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return await handler(event, ...args);
};
