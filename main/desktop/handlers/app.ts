import { app } from 'electron';
import type { Handlers } from '../../../preload/contract';
import { good } from '../../core/model';
import type { Desk } from '../desk';
import { readSettings, writeSettings } from '../settings';

/** What draws the window, for "about" and for a bundle's reader. */
const shell = (): string => {
  const { electron } = process.versions;
  return electron === undefined ? 'browser window' : `Electron ${electron}`;
};

export const appHandlers = ({ rooms }: Desk): Handlers['app'] => ({
  settings: async () => good(await readSettings(rooms.settingsPath, app.getLocale())),
  changeSettings: (settings) => writeSettings(rooms.settingsPath, settings),
  about: async () => good({ version: app.getVersion(), shell: shell(), dataFolder: rooms.dataFolder }),
});
