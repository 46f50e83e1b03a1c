import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { caseFolder } from '../../../main/cases';
import { evidenceParts } from '../../../main/cases/evidence-path';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string) => Buffer.from(text);

describe('evidence', () => {
  test('is written once: other bytes get a name of their own, the same bytes the same', async () => {
    const files = caseFolder(folder);
    const put = (text: string) => files.putEvidence('esa1/tophosts.txt', bytes(text));
    expect([await put('first'), await put('second'), await put('first'), await put('second')]).toEqual(
      ['', '-2', '', '-2'].map((number) => ({ ok: true, value: `evidence/esa1/tophosts${number}.txt` })),
    );
    expect(readFileSync(join(folder, 'evidence/esa1/tophosts.txt'), 'utf8')).toBe('first');
    expect(readdirSync(join(folder, 'evidence/esa1'))).toEqual(['tophosts-2.txt', 'tophosts.txt']);
  });

  test('is read back by the path that was answered, byte for byte', async () => {
    const files = caseFolder(folder);
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    await files.putEvidence('evidence/raw.bin', every);
    expect(await files.readEvidence('evidence/raw.bin')).toEqual({ ok: true, value: Buffer.from(every) });
  });

  test('many writers of one name lose nothing', async () => {
    const files = caseFolder(folder);
    const texts = Array.from({ length: 20 }, (_, number) => `content ${number}`);
    const put = await Promise.all(texts.map((text) => files.putEvidence('a', bytes(text))));
    const kept = put.map((one) => (one.ok ? readFileSync(join(folder, one.value), 'utf8') : one.problem.code));
    expect(kept).toEqual(texts);
  });

  test.each([
    '../x',
    '/etc/passwd',
    'a/../../x',
    'a\\b',
    'C:x',
    'a\u0000b',
    '',
    'a//b',
    '.hidden',
    'aux.txt',
    'dot.',
    'a'.repeat(121),
  ])('a path like %j is refused', async (path) => {
    const refused = { ok: false, problem: { code: 'evidence-path-refused' } };
    expect(await caseFolder(folder).putEvidence(path, bytes('x'))).toMatchObject(refused);
    expect(await caseFolder(folder).readEvidence(path)).toMatchObject(refused);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a link that leads out of the case is not followed', async () => {
    const files = caseFolder(folder);
    await files.putEvidence('here.txt', bytes('x'));
    writeFileSync(join(folder, 'outside.txt'), 'outside');
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'evidence', 'link.txt'));
    expect(await files.readEvidence('link.txt')).toMatchObject({ ok: false, problem: { code: 'evidence-missing' } });
    expect(await files.readEvidence('nothing.txt')).toMatchObject({ ok: false, problem: { code: 'evidence-missing' } });
  });

  test('no accepted path leads out of the folder, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[a./\\:]*$/)), (path) => {
        const parts = evidenceParts(path);
        const bad = parts.ok && parts.value.some((part) => part === '' || part.startsWith('.') || /[/\\:]/.test(part));
        expect(bad).toBe(false);
      }),
    );
  });
});
