import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Page } from '@playwright/test';
import { openInElectron } from './open-in-electron';
import { openInHost } from './open-in-host';

export type Shell = 'host' | 'electron';

/** The running app as a spec sees it, the same in both shells. */
export interface OpenApp {
  readonly page: Page;
  /** Answers the next save dialogs: a path, or null for "cancelled". */
  answerSave(path: string | null): Promise<void>;
  /** What must not happen: errors of the page, requests that main let out. */
  readonly troubles: readonly string[];
  quit(): Promise<void>;
}

interface Fixtures {
  readonly shell: Shell;
  readonly dataFolder: string;
  /** Opens the app on this test's data folder; opened twice, it is a restart. */
  readonly openApp: () => Promise<OpenApp>;
}

const open = (shell: Shell, dataFolder: string): Promise<OpenApp> =>
  shell === 'host' ? openInHost(dataFolder) : openInElectron(dataFolder);

export const test = base.extend<Fixtures>({
  shell: ['host', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from this very pattern.
  dataFolder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'cpq-app-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  },
  openApp: async ({ shell, dataFolder }, use) => {
    const opened: OpenApp[] = [];
    await use(async () => {
      const app = await open(shell, dataFolder);
      opened.push(app);
      return app;
    });
    for (const app of opened) await app.quit();
    expect(opened.flatMap((app) => app.troubles)).toEqual([]);
  },
});

export { expect };
