import { beforeEach, expect, test, vi } from 'vitest';

const answers: (string | null)[] = [];
const renames: string[] = [];
vi.mock('node:fs/promises', () => ({
  rename: async (from: string, to: string) => {
    renames.push(`${from} → ${to}`);
    const code = answers.shift() ?? null;
    if (code !== null) throw Object.assign(new Error(code), { code });
  },
}));
vi.mock('node:timers/promises', () => ({ setTimeout: async () => undefined }));

const { renameOver } = await import('../../../main/disk/rename');

beforeEach(() => {
  answers.length = 0;
  renames.length = 0;
});

test('tries again while a virus scanner holds the file', async () => {
  answers.push('EPERM', 'EBUSY', 'EACCES', null);
  await renameOver('a', 'b');
  expect(renames).toEqual(Array(4).fill('a → b'));
});

test('gives up after a bounded number of tries, with the system’s error', async () => {
  answers.push(...Array(20).fill('EBUSY'));
  await expect(renameOver('a', 'b')).rejects.toMatchObject({ code: 'EBUSY' });
  expect(renames).toHaveLength(8);
});

test('does not try again what will not pass', async () => {
  answers.push('ENOSPC');
  await expect(renameOver('a', 'b')).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(renames).toHaveLength(1);
});
