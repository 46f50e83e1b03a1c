import type { BrowserWindow } from 'electron';
import { ourMistake } from './mistakes';
import { loadPage } from './window';

const MOST_RELOADS = 3;
const WITHIN_MS = 60_000;

/**
 * A page whose process is gone is loaded again: main holds the truth, so nothing is lost. One that goes again and
 * again is left alone, because a window that flickers says less than one that stands empty.
 */
export const reloadWhenGone = (window: BrowserWindow): void => {
  let reloads: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    const now = Date.now();
    reloads = [...reloads.filter((at) => now - at < WITHIN_MS), now];
    ourMistake('window', new Error(`the page's process is gone: ${reason}`));
    if (reason === 'clean-exit' || reloads.length > MOST_RELOADS) return;
    loadPage(window).catch((error) => ourMistake('window', error));
  });
};
