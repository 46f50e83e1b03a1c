import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CaseRecord } from '../../main/core/model';
import { linesOf, newDesk, STACK } from '../support/command-line';
import { skipWithoutTinyDisk, tinyDisk } from '../support/tiny-disk';

const desk = newDesk();
beforeAll(async () => {
  const ran = await desk.run(['diagnose', '--lab', 'path-refused', '--json', '--case', 'case', '--bundle', 'made.zip']);
  if (ran.code !== 1) throw new Error(ran.stderr);
});
afterAll(() => desk.remove());

const create = (...args: string[]) => desk.run(['bundle', 'create', ...args]);

describe('diagnose --bundle', () => {
  it('writes a bundle that is accepted, and says where on standard error', async () => {
    const verified = await desk.run(['bundle', 'verify', 'made.zip']);
    expect({ code: verified.code, stderr: verified.stderr }).toEqual({ code: 0, stderr: '' });
    expect(verified.stdout).toMatch(/^The bundle is whole: \d+ files, [1-9]\d* claims follow from their evidence\.\n$/);
  });

  it.each([
    ['a missing folder', 'no/such/folder/made.zip', /folder.*does not exist|no such folder/i],
    ['a folder of that name', '.', /./],
    ['a file system that takes none', '/proc/made.zip', /./],
  ])('into %s ends with exit 2 and one line about it; the case is kept whole', async (_name, file, said) => {
    const ran = await desk.run(['diagnose', '--lab', 'healthy', '--json', '--case', 'kept', '--bundle', file]);
    expect({ code: ran.code, verdict: JSON.parse(ran.stdout).verdict }).toEqual({ code: 2, verdict: 'healthy' });
    const last = linesOf(ran.stderr).at(-1) ?? '';
    expect(last).toMatch(said);
    expect(last).toContain(file === '.' ? '' : 'made.zip');
    expect(ran.stderr).not.toMatch(STACK);
    const record = CaseRecord.parse(JSON.parse(readFileSync(desk.path('kept', 'case.json'), 'utf8')));
    expect(record.run?.endedAt).not.toBeNull();
  });

  it.skipIf(skipWithoutTinyDisk())('on a full and on a read-only disk leaves nothing behind', async () => {
    const disk = await tinyDisk(8);
    try {
      const full = await desk.run(['diagnose', '--lab', 'healthy', '--case', 'kept', '--bundle', `${disk.path}/b.zip`]);
      expect({ code: full.code, files: readdirSync(disk.path) }).toEqual({ code: 2, files: [] });
      expect(linesOf(full.stderr).filter((line) => /the disk is full/i.test(line))).toHaveLength(1);
      await disk.makeReadOnly();
      const closed = await create('kept', '-o', `${disk.path}/b.zip`);
      expect({ code: closed.code, lines: linesOf(closed.stderr).length }).toEqual({ code: 2, lines: 1 });
    } finally {
      await disk.release();
    }
  });
});

describe('bundle create', () => {
  it('takes a case folder, its case.json, or the id of a kept case', async () => {
    await desk.run(['diagnose', '--lab', 'healthy', '--json']);
    const [id = ''] = readdirSync(`${desk.data}/cases`);
    for (const [index, named] of ['case', 'case/case.json', id].entries()) {
      const made = await create(named, '-o', `named-${index}.zip`);
      expect({ code: made.code, stdout: made.stdout }).toEqual({ code: 0, stdout: '' });
      expect((await desk.run(['bundle', 'verify', `named-${index}.zip`])).code).toBe(0);
    }
  });

  it.each(['nosuch', 'empty', 'made.zip', '../../etc'])(
    'refuses %s, which holds no case, with exit 2',
    async (named) => {
      mkdirSync(desk.path('empty'), { recursive: true });
      const ran = await create(named, '-o', 'none.zip');
      expect({ code: ran.code, lines: linesOf(ran.stderr) }).toEqual({
        code: 2,
        lines: [expect.stringContaining('there is no case here')],
      });
      expect(existsSync(desk.path('none.zip'))).toBe(false);
    },
  );

  it('names no appliance where it shall not, and uses the same names again', async () => {
    for (const file of ['first.zip', 'second.zip'])
      expect((await create('case', '-o', file, '--pseudonymise')).code).toBe(0);
    const [first, second] = await Promise.all(
      ['first.zip', 'second.zip'].map(async (file) => (await desk.run(['bundle', 'list', file, '--json'])).stdout),
    );
    const namesIn = (text = '') => JSON.parse(text).entries.map((one: { path: string }) => one.path);
    expect(namesIn(first)).toEqual(namesIn(second));
    expect(namesIn(first).join()).not.toMatch(/esa1|sma1/);
  });

  it('replaces an older bundle of that name whole', async () => {
    writeFileSync(desk.path('older.zip'), 'older');
    expect((await create('case', '-o', 'older.zip')).code).toBe(0);
    expect((await desk.run(['bundle', 'verify', 'older.zip'])).code).toBe(0);
  });

  it('says its words in French where asked', async () => {
    const made = await create('case', '-o', 'francais.zip', '--lang', 'fr');
    expect(linesOf(made.stderr)).toEqual([
      expect.stringMatching(/^Dossier TAC écrit et contrôlé\u202f: francais\.zip, /),
    ]);
    expect((await desk.run(['bundle', 'verify', 'francais.zip'])).code).toBe(0);
  });
});

describe('bundle open', () => {
  it('makes a case to look at, of which a bundle can be made again, and which asks nobody', async () => {
    const opened = await desk.run(['bundle', 'open', 'made.zip', '-d', 'received']);
    expect([opened.code, opened.stderr, linesOf(opened.stdout)]).toEqual([0, '', [desk.path('received')]]);
    expect((await create('received', '-o', 'again.zip')).code).toBe(0);
    const claims = async (file: string) => (await desk.run(['bundle', 'verify', file])).stdout;
    expect(await claims('again.zip')).toBe(await claims('made.zip'));
    const asked = await desk.run(['diagnose', '--lab', 'healthy', '--case', 'received']);
    expect([asked.code, asked.stderr]).toEqual([2, expect.stringContaining('is only looked at')]);
  });

  it('refuses a folder that holds something, and a bundle that is none', async () => {
    mkdirSync(desk.path('taken'));
    writeFileSync(desk.path('taken/letter.txt'), 'dear colleague');
    for (const [file, folder] of [
      ['made.zip', 'taken'],
      ['taken/letter.txt', 'fresh'],
    ] as const) {
      const ran = await desk.run(['bundle', 'open', file, '-d', folder]);
      expect([ran.code, ran.stdout, linesOf(ran.stderr).length]).toEqual([2, '', 1]);
    }
    expect(existsSync(desk.path('fresh'))).toBe(false);
  });
});

describe('bundle verify and list', () => {
  it('list one JSON document with the manifest and every entry', async () => {
    const listed = await desk.run(['bundle', 'list', 'made.zip', '--json']);
    const { schema, manifest, entries } = JSON.parse(listed.stdout);
    expect({ code: listed.code, schema }).toEqual({ code: 0, schema: 'cpq-doctor/bundle/1' });
    const paths = entries.map((one: { path: string }) => one.path);
    expect(paths).toEqual(
      expect.arrayContaining(['report.html', 'report.md', 'diagnosis.json', 'site.yaml', 'manifest.json']),
    );
    expect(paths.filter((path: string) => path !== 'manifest.json').sort()).toEqual(
      manifest.files.map((one: { path: string }) => one.path).sort(),
    );
  });

  it('refuse what is no bundle, and a bundle in which one byte was changed', async () => {
    const bytes = readFileSync(desk.path('made.zip'));
    bytes[Math.floor(bytes.length / 3)] = (bytes[Math.floor(bytes.length / 3)] ?? 0) ^ 1;
    writeFileSync(desk.path('changed.zip'), bytes);
    writeFileSync(desk.path('letter.zip'), 'dear colleague');
    for (const file of ['changed.zip', 'letter.zip', 'nosuch.zip', '.']) {
      const ran = await desk.run(['bundle', 'verify', file]);
      expect({ file, code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr).length }).toEqual({
        file,
        code: 2,
        stdout: '',
        lines: 1,
      });
    }
  });
});
