import { fileURLToPath } from 'node:url';
import { findBrowser } from '../host/browser.mjs';
import { startHost } from '../host/host.mjs';
import type { OpenApp } from './fixture';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The built bundles in Chromium and Node, posing as BoringSSL, so that no cipher string passes that Electron refuses. */
export const openInHost = async (dataFolder: string): Promise<OpenApp> => {
  const browserPath = findBrowser();
  if (browserPath === null) throw new Error('No Chromium, Chrome or Edge is installed, and the app specs need one.');
  const troubles: string[] = [];
  let save: string | null = null;
  const host = await startHost({
    root,
    dataFolder,
    browserPath,
    boring: true,
    env: { ...process.env, CPQ_DOCTOR_DATA: dataFolder },
    answerDialog: ({ kind }) =>
      kind === 'save'
        ? { canceled: save === null, filePath: save ?? '' }
        : { canceled: true, filePaths: [], response: 0 },
    onText: (text) => process.stderr.write(text),
    onTrouble: (text) => troubles.push(text),
  });
  return {
    page: await host.page(),
    troubles,
    answerSave: async (path) => {
      save = path;
    },
    quit: async () => {
      await host.quit();
    },
  };
};
