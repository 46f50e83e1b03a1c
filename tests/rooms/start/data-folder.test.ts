import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataFolder } from '../../../main/cases';
import { writeSettings } from '../../../main/desktop/settings';
import { dataFolder as beforeTheBuild, makeOwnFolder } from '../../../scripts/start/data-folder.mjs';

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

test('the start script and the product keep cases in the same place', () => {
  expect(beforeTheBuild()).toBe(dataFolder(process.env, process.platform, homedir()));
});

test.skipIf(process.platform === 'win32')('whoever makes it first makes it for the user alone', async () => {
  const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
  makeOwnFolder(join(home, 'started', 'bundles'));
  const settings = join(home, 'set', 'cpq-doctor', 'settings.json');
  await writeSettings(settings, { language: 'en', theme: 'system' });
  expect([
    mode(join(home, 'started')),
    mode(join(home, 'started', 'bundles')),
    mode(dirname(dirname(settings))),
    mode(dirname(settings)),
    mode(settings),
  ]).toEqual(['700', '700', '700', '700', '600']);
});
