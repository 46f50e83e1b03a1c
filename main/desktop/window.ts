import { join } from 'node:path';
import { BrowserWindow } from 'electron';
import { START_PAGE } from './address';

/**
 * The one window, without a menu of ours and without any power: sandboxed, isolated, no Node, no webview.
 * The preferences are literal on purpose; they are never built from data (CVE-2026-34769).
 */
export const openWindow = (built: string, packaged: boolean): BrowserWindow => {
  const window = new BrowserWindow({
    width: 1280,
    height: 832,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'CPQ Doctor',
    autoHideMenuBar: true,
    webPreferences: {
      preload: join(built, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !packaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
};

/** Loads the first page; answers when it stands, rejects when it cannot be loaded. */
export const loadPage = (window: BrowserWindow): Promise<void> => window.loadURL(START_PAGE);
