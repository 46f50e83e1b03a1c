import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blankCase, caseFolder } from '../../../main/cases';

const NOW = '2026-11-24T20:40:00.000Z';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(async () => {
  await caseFolder(folder).unlock();
  rmSync(folder, { recursive: true, force: true });
});

const lockOf = (pid: number, host = hostname()) =>
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, host, since: NOW }));
const holder = () => JSON.parse(readFileSync(join(folder, 'lock'), 'utf8'));
const endedProcess = () => Number(spawnSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).stdout);

describe('the lock of a case', () => {
  test('names the process that holds it, and goes with it', async () => {
    const files = caseFolder(folder);
    expect(await files.lock()).toEqual({ ok: true, value: null });
    expect(holder()).toMatchObject({ pid: process.pid, host: hostname() });
    await files.unlock();
    expect(existsSync(join(folder, 'lock'))).toBe(false);
  });

  test('is given once, also within one process', async () => {
    const files = caseFolder(folder);
    const answers = await Promise.all([files.lock(), caseFolder(folder).lock(), files.lock()]);
    expect(answers.map((one) => (one.ok ? 'locked' : one.problem.code)).sort()).toEqual([
      'case-locked',
      'case-locked',
      'locked',
    ]);
  });

  test('of a process that died is taken over', async () => {
    lockOf(endedProcess());
    expect(await caseFolder(folder).lock()).toEqual({ ok: true, value: null });
    expect(holder().pid).toBe(process.pid);
  });

  test('of an earlier process that had our number is taken over', async () => {
    lockOf(process.pid);
    expect(await caseFolder(folder).lock()).toEqual({ ok: true, value: null });
  });

  test('that is not readable is taken over', async () => {
    writeFileSync(join(folder, 'lock'), 'half a lo');
    expect(await caseFolder(folder).lock()).toEqual({ ok: true, value: null });
  });

  test.each([
    ['a living process', process.ppid, hostname()],
    ['another machine, of which nobody here knows', 1, 'another-host'],
  ])('of %s stands, and keeps others from saving', async (_, pid, host) => {
    lockOf(pid, host);
    const refused = { ok: false, problem: { code: 'case-locked', where: folder, params: { pid, host, since: NOW } } };
    const files = caseFolder(folder);
    expect(await files.lock()).toEqual(refused);
    expect(await files.save(blankCase('a', 'a', NOW))).toEqual(refused);
    expect(existsSync(join(folder, 'case.json'))).toBe(false);
    await files.unlock();
    expect(holder()).toEqual({ pid, host, since: NOW });
  });

  test('does not stand in the way of its holder', async () => {
    const files = caseFolder(folder);
    await files.lock();
    expect(await files.save(blankCase('a', 'a', NOW))).toEqual({ ok: true, value: null });
  });
});
