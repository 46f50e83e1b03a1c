import { mkdirSync, mkdtempSync, readFileSync, rmSync, unlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keepCase } from '../../../main/cli/diagnose/keep-case';
import { openDoor } from '../../../main/cli/door';
import { blankSite, openAnswers } from '../../../main/core/model';

const root = mkdtempSync(join(tmpdir(), 'keep-case-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const loaded = {
  site: blankSite(),
  name: 'site',
  secrets: new Map<string, string>(),
  warnings: [],
  lab: null,
  file: null,
  close: async () => {},
};
const kept = async (name: string) => {
  const answer = await keepCase(join(root, name), loaded, openAnswers(), openDoor('en', new AbortController().signal));
  if (!answer.ok) throw new Error(answer.problem.code);
  return answer.value;
};
const recordIn = (name: string) => JSON.parse(readFileSync(join(root, name, 'case.json'), 'utf8'));
const login = { at: '2026-11-24T20:40:00.000Z', to: 'esa1', what: 'ssh-login', leaves: 'one-login' };

test('a save that failed is forgotten once the whole record is on the disk', async () => {
  const one = await kept('failing');
  expect((await one.settled()).ok).toBe(true);
  unlinkSync(join(root, 'failing', 'case.json'));
  mkdirSync(join(root, 'failing', 'case.json', 'in-the-way'), { recursive: true });
  expect((await one.change({ notes: 'first' })).ok).toBe(false);
  rmSync(join(root, 'failing', 'case.json'), { recursive: true });
  await one.change({ notes: 'second' });
  expect(await one.settled()).toEqual({ ok: true, value: null });
  expect(recordIn('failing').notes).toBe('second');
  await one.close();
});

test('what was left on an appliance is on the disk with what follows it', async () => {
  const one = await kept('ledger');
  one.left(login);
  await one.change({ notes: 'after the login' });
  expect(recordIn('ledger').footprint).toEqual([login]);
  await one.close();
});
