import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataFolder, openFolder } from '../../../main/cases';

const NOW = '2026-11-24T20:40:00.000Z';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'open-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('--case DIR', () => {
  test('makes the case where there is nothing, folders above it too', async () => {
    const path = join(folder, 'some', 'Case 1');
    expect(await openFolder(path, 'Acme', NOW)).toMatchObject({
      ok: true,
      value: { created: true, recovered: null, record: { id: 'case-1', name: 'Acme', createdAt: NOW } },
    });
    expect(readdirSync(path)).toEqual(['case.json']);
  });

  test('opens it the second time as it was left', async () => {
    const first = await openFolder(folder, 'Acme', NOW);
    if (!first.ok) throw new Error(first.problem.code);
    await first.value.files.save({ ...first.value.record, notes: 'kept' });
    expect(await openFolder(folder, 'other name', NOW)).toMatchObject({
      value: { created: false, record: { name: 'Acme', notes: 'kept' } },
    });
  });

  test('opens what is left when only the version before is there', async () => {
    const first = await openFolder(folder, 'Acme', NOW);
    if (!first.ok) throw new Error(first.problem.code);
    await first.value.files.save(first.value.record);
    rmSync(join(folder, 'case.json'));
    expect(await openFolder(folder, 'Acme', NOW)).toMatchObject({ value: { recovered: { code: 'case-recovered' } } });
  });

  test('refuses a folder that holds something else, and a file, and leaves both as they are', async () => {
    writeFileSync(join(folder, 'holiday.jpg'), 'x');
    const refused = { ok: false, problem: { code: 'case-folder-foreign' } };
    expect(await openFolder(folder, 'Acme', NOW)).toMatchObject(refused);
    expect(await openFolder(join(folder, 'holiday.jpg'), 'Acme', NOW)).toMatchObject(refused);
    expect(readdirSync(folder)).toEqual(['holiday.jpg']);
  });

  test('says that a damaged case is damaged instead of beginning a new one over it', async () => {
    mkdirSync(join(folder, 'broken'));
    writeFileSync(join(folder, 'broken', 'case.json'), 'no');
    expect(await openFolder(join(folder, 'broken'), 'Acme', NOW)).toMatchObject({ problem: { code: 'case-broken' } });
  });
});

test.each([
  [{ CPQ_DOCTOR_DATA: '/somewhere' }, 'linux', '/somewhere'],
  [{ CPQ_DOCTOR_DATA: 'D:\\cpq', APPDATA: 'C:\\x' }, 'win32', 'D:\\cpq'],
  [{ APPDATA: 'C:\\Users\\me\\AppData\\Roaming' }, 'win32', 'C:\\Users\\me\\AppData\\Roaming\\cpq-doctor'],
  [{}, 'darwin', '/home/me/Library/Application Support/cpq-doctor'],
  [{ XDG_DATA_HOME: '/data' }, 'linux', '/data/cpq-doctor'],
  [{ XDG_DATA_HOME: 'relative' }, 'linux', '/home/me/.local/share/cpq-doctor'],
  [{ CPQ_DOCTOR_DATA: '', XDG_DATA_HOME: '' }, 'linux', '/home/me/.local/share/cpq-doctor'],
])('the data folder with %j on %s is %s', (env, platform, folder) => {
  expect(dataFolder(env, platform, '/home/me')).toBe(folder);
});
