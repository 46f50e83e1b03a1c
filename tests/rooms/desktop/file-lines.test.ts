import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linesOfFile } from '../../../main/desktop/file-lines';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cpq-lines-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const written = async (name: string, bytes: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return path;
};
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `line ${index + 1}`).join('\n');

test.each(['mail.log', 'mail.log.gz'])('the lines of %s between two numbers', async (name) => {
  const text = numbered(200_000);
  const path = await written(name, name.endsWith('.gz') ? gzipSync(text) : text);
  expect(await linesOfFile(path, { from: 3, to: 4 })).toEqual({
    ok: true,
    value: [
      { line: 3, text: 'line 3' },
      { line: 4, text: 'line 4' },
    ],
  });
  expect(await linesOfFile(path, { from: 200_000, to: 200_009 })).toEqual({
    ok: true,
    value: [{ line: 200_000, text: 'line 200000' }],
  });
});

test.each(['none.log', 'none.log.gz'])('%s that is gone is an answer, not the end of the process', async (name) => {
  const path = join(folder, name);
  expect(await linesOfFile(path, { from: 1, to: 2 })).toMatchObject({
    ok: false,
    problem: { code: 'file-unreadable', where: path },
  });
});

test('an archive that is damaged, cut off or none is an answer too', async () => {
  const whole = gzipSync(numbered(50_000));
  for (const bytes of ['not a gzip', whole.subarray(0, 5000), Buffer.concat([whole.subarray(0, 3000), whole])]) {
    const path = await written('mail.log.gz', bytes);
    expect(await linesOfFile(path, { from: 49_999, to: 50_000 })).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable' },
    });
  }
});

test('a folder is no file', async () => {
  expect(await linesOfFile(folder, { from: 1, to: 1 })).toMatchObject({
    ok: false,
    problem: { code: 'file-unreadable' },
  });
});

test('a line without end is kept cut, and an archive without end is not read to its end', async () => {
  const long = await written('long.log', `first\n${'x'.repeat(300_000)}\nlast`);
  expect(await linesOfFile(long, { from: 2, to: 3 })).toEqual({
    ok: true,
    value: [
      { line: 2, text: 'x'.repeat(4000) },
      { line: 3, text: 'last' },
    ],
  });
  const bomb = await written('bomb.gz', gzipSync(Buffer.alloc(8_000_000)));
  expect(await linesOfFile(bomb, { from: 2, to: 3 }, 1_000_000)).toMatchObject({
    ok: false,
    problem: { code: 'file-too-large', where: bomb },
  });
});
