import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wrongFiles } from '../fixtures/walls/wrong-files';

/** Every wall meets a file that breaks it, in a copy of the house where nothing else is wrong. */
const root = resolve(import.meta.dirname, '../..');
let house = '';

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'walls-'));
  for (const name of ['main', 'preload', 'renderer', 'resources'])
    cpSync(join(root, name), join(house, name), { recursive: true });
  for (const name of [
    '.dependency-cruiser.cjs',
    'biome.json',
    'tsconfig.base.json',
    'tsconfig.core.json',
    'tsconfig.json',
    'package.json',
  ])
    cpSync(join(root, name), join(house, name));
  cpSync(join(root, 'scripts/biome'), join(house, 'scripts/biome'), { recursive: true });
  writeFileSync(join(house, '.gitignore'), 'node_modules\n');
  execFileSync('git', ['init', '-q'], { cwd: house });
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'));
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

const CHECKS = {
  walls: [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    'main',
    'preload',
    'renderer',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  compiler: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.core.json'],
  linter: ['node_modules/@biomejs/biome/bin/biome', 'lint', '--max-diagnostics=none'],
} as const;
type By = keyof typeof CHECKS;

const check = (by: By, files: readonly string[] = []): { code: number | null; told: string } => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...CHECKS[by], ...files], {
    cwd: house,
    encoding: 'utf8',
  });
  return { code: status, told: `${stdout}${stderr}` };
};

const chosen = (by: By) => wrongFiles.filter((one) => one.by === by);

/** All wrong files of one check at once: each must be refused by name, so one run is enough. */
const refusals = (by: By): { code: number | null; told: string } => {
  for (const { path, text, adds } of chosen(by)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    if (adds) appendFileSync(join(house, path), text);
    else writeFileSync(join(house, path), text);
  }
  const answer = check(by, by === 'linter' ? chosen(by).map((one) => one.path) : []);
  for (const { path, adds } of chosen(by)) if (!adds) rmSync(join(house, path));
  return answer;
};

test('the house as it stands breaks no wall and compiles', () => {
  expect(check('walls').told).toContain('no dependency violations found');
  expect(check('compiler')).toEqual({ code: 0, told: '' });
});

test.each(['compiler', 'linter', 'walls'] as const)('the %s refuses each of its wrong files', (by) => {
  const answer = refusals(by);
  expect(answer.code).not.toBe(0);
  for (const { wall, path, told } of chosen(by)) {
    const lines = answer.told.split('\n').filter((line) => line.includes(path));
    expect({ wall, path, refused: lines.length > 0 && answer.told.includes(told) }).toEqual({
      wall,
      path,
      refused: true,
    });
  }
});
