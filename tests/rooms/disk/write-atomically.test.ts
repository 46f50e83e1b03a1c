import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginAtomically, writeAtomically, writeOnce } from '../../../main/disk';
import { type TinyDisk, tinyDisk, whyNoTinyDisk } from '../../support/tiny-disk';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const text = (name: string) => readFileSync(at(name), 'utf8');

describe('writeAtomically', () => {
  test('writes text and bytes, and leaves nothing else in the folder', async () => {
    expect(await writeAtomically(at('a'), 'été\n')).toEqual({ ok: true });
    expect(await writeAtomically(at('b'), new Uint8Array([0, 255]))).toEqual({ ok: true });
    expect([text('a'), [...readFileSync(at('b'))], readdirSync(folder)]).toEqual(['été\n', [0, 255], ['a', 'b']]);
  });

  test('is readable by its owner alone', async () => {
    await writeAtomically(at('a'), 'x');
    expect(statSync(at('a')).mode & 0o777).toBe(0o600);
  });

  test('keeps the version before it where asked, and only that one', async () => {
    for (const version of ['1', '2', '3']) await writeAtomically(at('a'), version, { keepPrevious: true });
    expect([text('a'), text('a.previous'), readdirSync(folder)]).toEqual(['3', '2', ['a', 'a.previous']]);
  });

  test('a hundred writers at once leave one whole file', async () => {
    const contents = Array.from({ length: 100 }, (_, number) => String(number).repeat(5000));
    const written = await Promise.all(contents.map((content) => writeAtomically(at('a'), content)));
    expect(written.every(({ ok }) => ok)).toBe(true);
    expect([contents.includes(text('a')), readdirSync(folder)]).toEqual([true, ['a']]);
  });

  test('a link is replaced by the file and what it pointed to is left alone', async () => {
    writeFileSync(at('target'), 'old');
    symlinkSync(at('target'), at('a'));
    await writeAtomically(at('a'), 'new');
    expect([text('target'), text('a')]).toEqual(['old', 'new']);
  });

  test('a missing folder is named as such', async () => {
    expect(await writeAtomically(at('no/such/a'), 'x')).toMatchObject({ ok: false, code: 'folder-missing' });
  });

  test('a folder in the place of the file is refused and nothing is left behind', async () => {
    mkdirSync(at('a'));
    expect(await writeAtomically(at('a'), 'x')).toMatchObject({ ok: false, code: 'disk-failed' });
    expect(readdirSync(folder)).toEqual(['a']);
  });
});

describe('beginAtomically', () => {
  test('the file appears with commit, and can be read back before', async () => {
    const begun = await beginAtomically(at('a'));
    if (!begun.ok) throw new Error(begun.detail);
    await begun.file.write(Buffer.from('one'));
    await begun.file.write(Buffer.from(' two'));
    expect([readFileSync(begun.file.temporary, 'utf8'), readdirSync(folder).includes('a')]).toEqual(['one two', false]);
    expect(await begun.file.commit()).toEqual({ ok: true });
    expect([text('a'), readdirSync(folder)]).toEqual(['one two', ['a']]);
  });

  test('abandon leaves nothing', async () => {
    const begun = await beginAtomically(at('a'));
    if (!begun.ok) throw new Error(begun.detail);
    await begun.file.write(Buffer.from('one'));
    await begun.file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('writeOnce', () => {
  test('of many writers one wins, the others are told, and nothing else is left', async () => {
    const contents = Array.from({ length: 20 }, (_, number) => `writer ${number}`);
    const written = await Promise.all(contents.map((content) => writeOnce(at('a'), content)));
    const winners = contents.filter((_, number) => written[number]?.ok);
    expect([winners, readdirSync(folder)]).toEqual([[text('a')], ['a']]);
    expect(new Set(written.map((one) => (one.ok ? 'ok' : one.code)))).toEqual(new Set(['ok', 'file-exists']));
  });
});

const why = whyNoTinyDisk();
if (why !== null) console.log(`skipped: no disk of a few KiB here (${why})`);

describe.skipIf(why !== null && !process.env.CI)('a disk that is really full', () => {
  let disk: TinyDisk;
  beforeEach(async () => {
    disk = await tinyDisk(64);
  });
  afterEach(() => disk.release());

  test('says so, leaves the old file whole and nothing half-written', async () => {
    const path = join(disk.path, 'case.json');
    await writeAtomically(path, 'the good one', { keepPrevious: true });
    const full = await writeAtomically(path, 'x'.repeat(200_000), { keepPrevious: true });
    expect(full).toMatchObject({ ok: false, code: 'disk-full' });
    expect([readFileSync(path, 'utf8'), readdirSync(disk.path)]).toEqual(['the good one', ['case.json']]);
  });

  test('takes again what fits once there is room', async () => {
    writeFileSync(join(disk.path, 'ballast'), Buffer.alloc(60 * 1024));
    const path = join(disk.path, 'a');
    expect(await writeAtomically(path, 'y'.repeat(20_000))).toMatchObject({ ok: false, code: 'disk-full' });
    expect(await writeOnce(path, 'y'.repeat(20_000))).toMatchObject({ ok: false, code: 'disk-full' });
    rmSync(join(disk.path, 'ballast'));
    expect([await writeAtomically(path, 'y'.repeat(20_000)), readdirSync(disk.path)]).toEqual([{ ok: true }, ['a']]);
  });

  test('a growing file that stops fitting is gone', async () => {
    const begun = await beginAtomically(join(disk.path, 'a'));
    if (!begun.ok) throw new Error(begun.detail);
    const answers = [];
    for (let chunk = 0; chunk < 4; chunk += 1) answers.push(await begun.file.write(Buffer.alloc(20 * 1024)));
    expect(answers.map((one) => (one.ok ? 'ok' : one.code))).toEqual(['ok', 'ok', 'ok', 'disk-full']);
    expect(readdirSync(disk.path)).toEqual([]);
  });

  test('a read-only folder is named as such and the old file stands', async () => {
    const path = join(disk.path, 'a');
    await writeAtomically(path, 'old');
    await disk.makeReadOnly();
    expect(await writeAtomically(path, 'new', { keepPrevious: true })).toMatchObject({
      ok: false,
      code: 'folder-read-only',
    });
    expect([readFileSync(path, 'utf8'), readdirSync(disk.path)]).toEqual(['old', ['a']]);
  });
});
