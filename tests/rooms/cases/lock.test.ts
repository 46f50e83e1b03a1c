import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blankCase, caseFolder } from '../../../main/cases';
import { bootId, startOf } from '../../../main/cases/process-identity';

const NOW = new Date().toISOString();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
});
afterEach(async () => {
  await caseFolder(folder).unlock();
  rmSync(folder, { recursive: true, force: true });
});

const lockOf = (pid: number, host = hostname(), more: { readonly started?: string; readonly boot?: string } = {}) =>
  writeFileSync(join(folder, 'lock'), JSON.stringify({ pid, host, since: NOW, ...more }));
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

  test.skipIf(process.platform !== 'linux')('says which process took it, not only its number', async () => {
    await caseFolder(folder).lock();
    expect(holder()).toEqual({
      pid: process.pid,
      host: hostname(),
      since: expect.any(String),
      started: startOf(process.pid),
      boot: bootId(),
    });
    expect(startOf(process.pid)).toMatch(/^\d+$/);
    expect(startOf(endedProcess())).toBe(null);
  });

  test.skipIf(process.platform !== 'linux').each([
    ['whose number another process has by now', { started: '1' }],
    ['of an earlier start of the machine', { boot: '00000000-0000-4000-8000-000000000000' }],
  ])('%s is taken over, though a process of that number lives', async (_, more) => {
    lockOf(process.ppid, hostname(), more);
    const files = caseFolder(folder);
    expect(await files.save(blankCase('a', 'a', NOW))).toEqual({ ok: true, value: null });
    expect(await files.lock()).toEqual({ ok: true, value: null });
    expect(holder().pid).toBe(process.pid);
  });

  test.skipIf(process.platform !== 'linux')('of the very process that lives stands', async () => {
    const same = { started: startOf(process.ppid) ?? '', boot: bootId() ?? '' };
    lockOf(process.ppid, hostname(), same);
    expect(await caseFolder(folder).lock()).toMatchObject({ ok: false, problem: { code: 'case-locked' } });
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
