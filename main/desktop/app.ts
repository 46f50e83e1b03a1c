import { join } from 'node:path';
import { app, type BrowserWindow, dialog, Menu, session } from 'electron';
import { Desk } from './desk';
import { askWhereOver } from './dialogs';
import { handlersOf } from './handlers';
import { confineContents, hardenSession, limitChromium } from './hardening';
import { answerAsks } from './ipc';
import { ourMistake } from './mistakes';
import { declareScheme, serveBuiltPage } from './protocol';
import { reloadWhenGone } from './recover';
import { homeOfData, roomsAt } from './rooms';
import { tellersTo } from './tellers';
import { loadPage, openWindow } from './window';

/** A second start only shows the window that is there; its arguments are data and are not read. */
const showFirst = (window: BrowserWindow | null): void => {
  if (window === null) return;
  if (window.isMinimized()) window.restore();
  window.focus();
};

/** Main may quit only after running checks, labs and unsaved changes are brought to an end. */
const endBeforeQuit = (end: () => Promise<void>): void => {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void end()
      .catch((error) => ourMistake('quit', error))
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
};

const open = async (built: string): Promise<void> => {
  let window: BrowserWindow | null = null;
  const found = () => window;
  hardenSession(session.defaultSession, app.isPackaged);
  // Electron's own menu brings reload and zoom keys of its own; macOS needs one for copy and paste.
  if (process.platform !== 'darwin') Menu.setApplicationMenu(null);
  await serveBuiltPage(join(built, 'renderer'));
  const desk = new Desk(roomsAt(homeOfData()), tellersTo(found));
  endBeforeQuit(() => desk.close());
  answerAsks(handlersOf(desk, askWhereOver(found)), found);
  app.on('second-instance', () => showFirst(window));
  app.on('window-all-closed', () => app.quit());
  window = openWindow(built, app.isPackaged);
  reloadWhenGone(window);
  window.on('closed', () => {
    window = null;
  });
  await loadPage(window);
};

/** A start that fails says so in a box, not in a stack trace, and ends. */
const giveUp = (error: unknown): void => {
  const { params } = ourMistake('start', error);
  dialog.showErrorBox('CPQ Doctor', String(params.detail));
  app.exit(1);
};

/** Door two. Must run in the first turn of the entry, because Chromium's limits are set before `ready`. */
export const startDesktop = (built: string): void => {
  // What Chromium keeps lies apart from the cases, which the command line shares.
  app.setPath('userData', join(homeOfData(), 'window'));
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  limitChromium();
  declareScheme();
  confineContents();
  void app.whenReady().then(() => open(built).catch(giveUp));
};
