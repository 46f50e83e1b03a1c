/**
 * What `import … from 'electron'` gives in the test host. An ES module must export static names, so every name of
 * Electron's main process stands here; those that nobody needed yet throw at the first use.
 */
import { app } from './app.mjs';
import { BrowserWindow } from './browser-window.mjs';
import { dialog } from './dialog.mjs';
import { ipcMain } from './ipc-main.mjs';
import { protocol } from './protocol.mjs';
import { session } from './session.mjs';
import { absent, strict } from './strict.mjs';

export { app, BrowserWindow, dialog, ipcMain, protocol, session };

/** Without a keychain nothing may be stored encrypted: the product has to live with that. */
export const safeStorage = strict('safeStorage', { isEncryptionAvailable: () => false });
export const Menu = strict('Menu', { setApplicationMenu: () => undefined });

export const autoUpdater = absent('autoUpdater');
export const BaseWindow = absent('BaseWindow');
export const BrowserView = absent('BrowserView');
export const clipboard = absent('clipboard');
export const contentTracing = absent('contentTracing');
export const crashReporter = absent('crashReporter');
export const desktopCapturer = absent('desktopCapturer');
export const globalShortcut = absent('globalShortcut');
export const ImageView = absent('ImageView');
export const inAppPurchase = absent('inAppPurchase');
export const MenuItem = absent('MenuItem');
export const MessageChannelMain = absent('MessageChannelMain');
export const nativeImage = absent('nativeImage');
export const nativeTheme = absent('nativeTheme');
export const net = absent('net');
export const netLog = absent('netLog');
export const Notification = absent('Notification');
export const powerMonitor = absent('powerMonitor');
export const powerSaveBlocker = absent('powerSaveBlocker');
export const pushNotifications = absent('pushNotifications');
export const screen = absent('screen');
export const ServiceWorkerMain = absent('ServiceWorkerMain');
export const ShareMenu = absent('ShareMenu');
export const shell = absent('shell');
export const systemPreferences = absent('systemPreferences');
export const TouchBar = absent('TouchBar');
export const Tray = absent('Tray');
export const utilityProcess = absent('utilityProcess');
export const View = absent('View');
export const webContents = absent('webContents');
export const WebContentsView = absent('WebContentsView');
export const webFrameMain = absent('webFrameMain');

const facade = { app, BrowserWindow, dialog, ipcMain, protocol, session, safeStorage, Menu };
export default facade;
