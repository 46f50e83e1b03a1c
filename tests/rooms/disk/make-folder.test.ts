import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFolder } from '../../../main/disk';

let root = '';
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'cpq-make-folder-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('a folder', () => {
  it('is made with those above it, and an existing one is fine', async () => {
    const deep = join(root, 'a', 'b', 'c');
    expect(await makeFolder(deep)).toEqual({ ok: true });
    expect(await makeFolder(deep)).toEqual({ ok: true });
    expect((await stat(deep)).mode & 0o777).toBe(0o700);
  });

  it('is refused where a file stands', async () => {
    await writeFile(join(root, 'file'), '');
    expect(await makeFolder(join(root, 'file'))).toMatchObject({ ok: false, code: 'file-exists' });
    expect(await makeFolder(join(root, 'file', 'below'))).toMatchObject({ ok: false, code: 'folder-missing' });
  });

  // There mkdir answers ENOENT for a folder whose parent exists: asking for the parent again would never end.
  it.skipIf(process.platform !== 'linux')('is refused at once in a file system that takes none', async () => {
    expect(await makeFolder('/proc/no-such-folder/deep')).toMatchObject({ ok: false, code: 'folder-missing' });
  });
});
