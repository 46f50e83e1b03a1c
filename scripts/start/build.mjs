import { existsSync, writeFileSync } from 'node:fs';
import { digestOf, inRoot, textOf } from './places.mjs';
import { runQuietly } from './program.mjs';
import { say, secondsSince } from './say.mjs';

const stamp = inRoot('out', '.sources');
const SOURCES = {
  folders: ['main', 'preload', 'renderer', 'resources'],
  files: ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'],
};
const BUILT = [
  ['main', 'index.js'],
  ['main', 'cli.js'],
  ['preload', 'index.cjs'],
  ['renderer', 'index.html'],
];

/** Builds main, command line, preload and page, when the sources are not those that out/ was built from. Throws `Stop`. */
export const build = async () => {
  const sources = digestOf(SOURCES);
  if (textOf(stamp) === sources && BUILT.every((parts) => existsSync(inRoot('out', ...parts)))) return;
  const since = Date.now();
  say('Building …');
  const vite = inRoot('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  await runQuietly(
    { program: process.execPath, args: [vite, 'build', '--logLevel', 'warn'] },
    { doing: 'building', failed: 'The build failed. `npm run build` shows the whole story.' },
  );
  writeFileSync(stamp, sources);
  say(`Built in ${secondsSince(since)}.`);
};
