import { readFileSync } from 'node:fs';
import { inRoot } from '../start/places.mjs';

const PACKAGES = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  depcruise: 'dependency-cruiser',
  knip: 'knip',
  vitest: 'vitest',
  playwright: '@playwright/test',
};

/** The script behind a package's command, to be run by this very Node on every platform. */
export const npmBin = (/** @type {keyof typeof PACKAGES} */ program) => {
  const folder = ['node_modules', ...PACKAGES[program].split('/')];
  const { bin } = JSON.parse(readFileSync(inRoot(...folder, 'package.json'), 'utf8'));
  return inRoot(...folder, typeof bin === 'string' ? bin : bin[program]);
};
