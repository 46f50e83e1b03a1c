import { homedir } from 'node:os';
import { expect, test } from 'vitest';
import { dataFolder } from '../../../main/cases';
import { dataFolder as beforeTheBuild } from '../../../scripts/start/data-folder.mjs';

test('the start script and the product keep cases in the same place', () => {
  expect(beforeTheBuild()).toBe(dataFolder(process.env, process.platform, homedir()));
});
