import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { listBundle, verifyBundle, writeBundle } from '../../../main/bundle';
import { readArchive } from '../../../main/bundle/archive-reader';
import { type BundleFile, writeArchive } from '../../../main/bundle/archive-writer';
import { manifestText } from '../../../main/bundle/compose';
import { SEAL } from '../../../main/bundle/seal';
import { beginAtomically } from '../../../main/disk';
import { EVIDENCE, QUOTE } from '../../core/report/report-case';
import { skipWithoutBinary } from '../../support/binary';
import { AT, inputOf } from './bundle-input';
import { freshFolder } from './folder';

const folder = freshFolder();
const path = (name = 'case.zip'): string => join(folder.path(), name);

beforeEach(async () => {
  const answer = await writeBundle(inputOf(), path(), { pseudonymise: false });
  if (!answer.ok) throw new Error(answer.problem.code);
});

const codeOf = async (file: string) => {
  const answer = await verifyBundle(file);
  return answer.ok ? null : answer.problem.code;
};

/** An archive with a right seal around any files: what a liar who read our code would send. */
const sealed = async (files: readonly BundleFile[], name = 'lie.zip'): Promise<string> => {
  const begun = await beginAtomically(path(name));
  if (!begun.ok) throw new Error(begun.code);
  const written = await writeArchive(files, begun.file, AT);
  if (!written.ok) throw new Error(written.code);
  await begun.file.commit();
  return path(name);
};

/** The same bytes with a seal that fits them again. */
const resealed = (archive: Buffer): Buffer => {
  const body = archive.subarray(0, archive.length - SEAL.length - 64);
  return Buffer.concat([body, Buffer.from(SEAL + createHash('sha256').update(body).digest('hex'))]);
};

const contents = async (): Promise<BundleFile[]> => {
  const files = await readArchive(path());
  if (!files.ok) throw new Error(files.problem.code);
  return files.value.map(({ path: name, bytes }) => ({ path: name, bytes }));
};

/** A bundle whose file `name` says something else, with a manifest that agrees. */
const forged = async (name: string, change: (text: string) => string): Promise<string> => {
  const files = (await contents()).map((one) =>
    one.path === name ? { ...one, bytes: Buffer.from(change(Buffer.from(one.bytes).toString('utf8'))) } : one,
  );
  const manifest = JSON.parse(Buffer.from(files.at(-1)?.bytes ?? []).toString('utf8'));
  const listed = files.slice(0, -1).map(({ path: file, bytes }) => ({
    path: file,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const last = { path: 'manifest.json', bytes: Buffer.from(manifestText({ ...manifest, files: listed })) };
  return sealed([...files.slice(0, -1), last]);
};

describe('a bundle that was changed', () => {
  it('is refused wherever a byte differs', async () => {
    const bytes = await readFile(path());
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const other = Buffer.from(bytes);
        other[at] = (other[at] ?? 0) ^ by;
        await writeFile(path('other.zip'), other);
        expect(await codeOf(path('other.zip'))).toMatch(/^bundle-(?:changed|unsealed|not-a-bundle)$/);
      }),
      { numRuns: 150 },
    );
  });

  it.each([0, 1, 30, 100])('is refused when %d bytes are left, or one more is there', async (length) => {
    const bytes = await readFile(path());
    await writeFile(path('short.zip'), bytes.subarray(0, length));
    await writeFile(path('long.zip'), Buffer.concat([bytes, Buffer.from('x')]));
    expect(await codeOf(path('short.zip'))).toMatch(/^bundle-/);
    expect(await codeOf(path('long.zip'))).toMatch(/^bundle-/);
  });

  it.skipIf(skipWithoutBinary('7z'))('is refused when it was packed again', async () => {
    execFileSync('7z', ['x', '-bso0', `-o${path('out')}`, path()]);
    execFileSync('7z', ['a', '-bso0', '-tzip', path('again.zip'), '.'], { cwd: path('out') });
    expect(await codeOf(path('again.zip'))).toMatch(/^bundle-(?:unsealed|entry-refused)$/);
  });

  it('is refused when a file is not as the manifest says, is missing or is one too many', async () => {
    const files = await contents();
    const other = files.map((one) => (one.path === 'report.md' ? { ...one, bytes: Buffer.from('other') } : one));
    const missing = files.filter((one) => one.path !== 'report.md');
    const more = [...files, { path: 'more.txt', bytes: Buffer.from('more') }];
    for (const [lie, file] of [
      [other, 'report.md'],
      [missing, 'report.md'],
      [more, 'more.txt'],
    ] as const) {
      const answer = await verifyBundle(await sealed(lie));
      expect(answer.ok ? null : answer.problem).toMatchObject({ code: 'bundle-manifest-differs', params: { file } });
    }
  });

  it('is named claim by claim when its evidence says something else', async () => {
    const answer = await verifyBundle(await forged(EVIDENCE, (text) => text.replace('Suspended', 'suspended')));
    expect(answer.ok && answer.value.claims.failed).toEqual([`delivery-suspended: cli:${EVIDENCE}:2`]);
  });

  it('is named claim by claim when a quote says something else', async () => {
    const answer = await verifyBundle(await forged('diagnosis.json', (text) => text.replaceAll(QUOTE, 'All is well')));
    expect(answer.ok && answer.value.claims.failed).toContain(`delivery-suspended: cli:${EVIDENCE}:2`);
  });

  it('is named where a finding says more than its observations', async () => {
    const answer = await verifyBundle(
      await forged('diagnosis.json', (text) => text.replace('"verdict": "fault"', '"verdict": "healthy"')),
    );
    expect(answer.ok && answer.value.claims.failed).toEqual(['verdict: case.json']);
    const other = await forged('diagnosis.json', (text) =>
      text.replace('"status": "confirmed"', '"status": "suspected"'),
    );
    const doubted = await verifyBundle(other);
    expect(doubted.ok && doubted.value.claims.failed).toEqual(['delivery-suspended: case.json']);
  });

  it('is named where an observation was taken out', async () => {
    const answer = await verifyBundle(
      await forged('case.json', (text) => JSON.stringify({ ...JSON.parse(text), observations: [] })),
    );
    expect(answer.ok && answer.value.claims.failed).toContain('verdict: case.json');
  });

  it('is refused where its case is none', async () => {
    const answer = await verifyBundle(await forged('case.json', () => '{}'));
    expect(answer.ok ? null : answer.problem).toMatchObject({
      code: 'bundle-manifest-differs',
      params: { file: 'case.json' },
    });
  });

  it('from a newer version is left alone', async () => {
    const files = await contents();
    const newer = files.map((one) =>
      one.path === 'manifest.json'
        ? { ...one, bytes: Buffer.from(Buffer.from(one.bytes).toString().replace('manifest/1', 'manifest/2')) }
        : one,
    );
    expect(await codeOf(await sealed(newer))).toBe('bundle-newer');
  });
});

describe('an archive from a stranger', () => {
  const refusal = async (files: readonly BundleFile[]) => [
    await codeOf(await sealed(files)),
    (await listBundle(path('lie.zip'))).ok,
  ];
  const file = (name: string, bytes: Uint8Array = Buffer.from('x')): BundleFile => ({ path: name, bytes });
  /** Names that the archive library would not write are put in afterwards, letter for letter. */
  const renamed = async (from: string, to: string): Promise<string> => {
    const archive = await readFile(await sealed([file(from)]));
    const text = archive.toString('latin1').replaceAll(from, to);
    await writeFile(path('lie.zip'), resealed(Buffer.from(text, 'latin1')));
    return path('lie.zip');
  };

  it.each([
    '../evil.txt',
    '/etc/passwd',
    'a/../../bb',
    'a\\..\\evil',
    'C:/evil.txt',
    'a//evil.txt',
    'nul\0.txt.x',
    'aux.txt',
    'a./evil.txt',
  ])('with the name %j is refused', async (name) => {
    expect(await codeOf(await renamed('x'.repeat(name.length), name))).toMatch(
      /^bundle-(?:entry-refused|not-a-bundle)$/,
    );
  });

  it('with the same name twice is refused', async () => {
    const archive = await readFile(await sealed([file('aa.txt'), file('bb.txt')]));
    await writeFile(
      path('lie.zip'),
      resealed(Buffer.from(archive.toString('latin1').replaceAll('bb.txt', 'AA.txt'), 'latin1')),
    );
    expect(await codeOf(path('lie.zip'))).toBe('bundle-entry-twice');
  });

  it('with a link is refused', async () => {
    const archive = await readFile(await sealed([file('link')]));
    const at = archive.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    archive[at + 5] = 3;
    archive.writeUInt32LE((0o120777 << 16) >>> 0, at + 38);
    await writeFile(path('lie.zip'), resealed(archive));
    expect(await codeOf(path('lie.zip'))).toBe('bundle-entry-refused');
  });

  it('that unpacks to a thousand times its size is refused', async () => {
    expect(await refusal([file('zeros', Buffer.alloc(40 * 1024 * 1024))])).toEqual(['bundle-too-large', false]);
  });

  it('that unpacks to more than it declares is refused', async () => {
    const archive = await readFile(await sealed([file('zeros', Buffer.alloc(100_000))]));
    const small = Buffer.from(archive);
    const local = small.indexOf(Buffer.from('PK\x03\x04', 'latin1'));
    const central = small.indexOf(Buffer.from('PK\x01\x02', 'latin1'));
    small.writeUInt32LE(10, local + 22);
    small.writeUInt32LE(10, central + 24);
    await writeFile(path('lie.zip'), resealed(small));
    expect(await codeOf(path('lie.zip'))).toBe('bundle-not-a-bundle');
  });

  it('without a manifest, or that is none, is refused', async () => {
    expect(await refusal([file('a.txt')])).toEqual(['bundle-not-a-bundle', false]);
    await writeFile(path('lie.zip'), 'PK');
    expect(await codeOf(path('lie.zip'))).toBe('bundle-not-a-bundle');
    expect(await codeOf(folder.path())).toBe('bundle-not-a-bundle');
    expect(await codeOf(path('absent.zip'))).toBe('bundle-missing');
  });

  it('of any bytes is an answer, never an exception', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await writeFile(path('any.zip'), Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes]));
        expect(await codeOf(path('any.zip'))).toMatch(/^bundle-/);
      }),
      { numRuns: 60 },
    );
  });
});
