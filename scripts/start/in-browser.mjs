import { dataFolder } from './data-folder.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';

/** The same built bundles in a window of an installed browser. Answers when the window is closed. */
export const openInBrowser = async (/** @type {string} */ browserPath) => {
  const { openDesktopWindow } = await import('../../tests/host/window.mjs');
  return await openDesktopWindow({ root, browserPath, dataFolder: dataFolder(), say });
};
