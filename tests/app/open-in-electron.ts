import { fileURLToPath } from 'node:url';
import { _electron } from '@playwright/test';
import { electronProgram } from '../../scripts/start/electron.mjs';
import type { OpenApp } from './fixture';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Chromium's sandbox does not start for root; this is the test's choice, the product never says so. */
const sandboxFlags = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const environment = (dataFolder: string): Record<string, string> => {
  const kept = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(kept), CPQ_DOCTOR_DATA: dataFolder };
};

/** Real Electron on the same built bundles. */
export const openInElectron = async (dataFolder: string): Promise<OpenApp> => {
  const app = await _electron.launch({
    executablePath: electronProgram() ?? '',
    args: [...sandboxFlags, root],
    env: environment(dataFolder),
  });
  const page = await app.firstWindow();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(`the page threw: ${error.message}`));
  let open = true;
  return {
    page,
    troubles,
    answerSave: async (path) => {
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: filePath === null, filePath: filePath ?? '' });
      }, path);
    },
    quit: async () => {
      if (open) await app.close();
      open = false;
    },
  };
};
