import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readBounded } from '../../../main/disk';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'read-'));
  writeFileSync(join(folder, 'hundred-thousand'), Buffer.alloc(100_000, 7));
});
afterAll(() => rmSync(folder, { recursive: true }));

const outcome = async (name: string, maxBytes: number) => {
  const read = await readBounded(join(folder, name), maxBytes);
  return read.ok ? read.bytes.length : read.code;
};

test('reads a file up to the bound, and none beyond it', async () => {
  expect([await outcome('hundred-thousand', 100_000), await outcome('hundred-thousand', 99_999)]).toEqual([
    100_000,
    'file-too-large',
  ]);
});

const onLinux = test.skipIf(process.platform !== 'linux');

onLinux('a device that never ends is not read', async () => {
  expect(await readBounded('/dev/zero', 1000)).toMatchObject({ ok: false, code: 'file-unreadable' });
});

onLinux('a file of a file system that knows no sizes is read, and bounded', async () => {
  expect((await readBounded('/proc/self/status', 1_000_000)).ok).toBe(true);
  expect(await readBounded('/proc/self/status', 10)).toMatchObject({ ok: false, code: 'file-too-large' });
});

onLinux('a missing file, a folder and a pipe are told apart from content, without waiting', async () => {
  spawnSync('mkfifo', [join(folder, 'pipe')]);
  expect([await outcome('nothing', 10), await outcome('.', 10), await outcome('pipe', 10)]).toEqual([
    'file-missing',
    'file-unreadable',
    'file-unreadable',
  ]);
});
