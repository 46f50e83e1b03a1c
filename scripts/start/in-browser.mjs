import { dataFolder } from './data-folder.mjs';
import { root } from './places.mjs';
import { say } from './say.mjs';

/**
 * The same built bundles in a window of an installed browser. Answers when the window is closed, or why none came up.
 *
 * @param {string} browserPath
 * @returns {Promise<{ code: number, why: string | null }>}
 */
export const openInBrowser = async (browserPath) => {
  const { openDesktopWindow } = await import('../../tests/host/window.mjs');
  try {
    return { code: await openDesktopWindow({ root, browserPath, dataFolder: dataFolder(), say }), why: null };
  } catch (error) {
    const [first] = String(error instanceof Error ? error.message : error).split('\n');
    return { code: 1, why: `the window did not open (${first})` };
  }
};
