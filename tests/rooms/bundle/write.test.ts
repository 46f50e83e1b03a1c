import { execFileSync, spawnSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleName, listBundle, previewBundle, verifyBundle, writeBundle } from '../../../main/bundle';
import { EVIDENCE, QUOTE } from '../../core/report/report-case';
import { skipWithoutBinary } from '../../support/binary';
import { type TinyDisk, tinyDisk, whyNoTinyDisk } from '../../support/tiny-disk';
import { AT, EVIDENCE_TEXT, inputOf, smallCase } from './bundle-input';
import { freshFolder } from './folder';

const folder = freshFolder();
const target = (): string => join(folder.path(), 'case.zip');
const PLAIN = { pseudonymise: false };

const written = async (input = inputOf(), options = PLAIN, path = target()) => {
  const answer = await writeBundle(input, path, options);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
};

describe('a bundle', () => {
  it('holds report, note, findings, profile, evidence and a manifest that agrees', async () => {
    const bundle = await written();
    const listed = await listBundle(target());
    expect(listed.ok && listed.value.entries.map((one) => one.path)).toEqual([
      'report.html',
      'report.md',
      'change-plan.md',
      'diagnosis.json',
      'site.yaml',
      'case.json',
      EVIDENCE,
      'manifest.json',
    ]);
    expect(await verifyBundle(target())).toEqual({
      ok: true,
      value: {
        manifest: bundle.manifest,
        files: 8,
        record: expect.objectContaining({ id: 'from-bundle', name: 'Example Bank, Lyon' }),
        claims: { checked: bundle.claims, failed: [] },
      },
    });
    expect(bundle.claims).toBeGreaterThan(0);
    const { files, ...head } = bundle.manifest;
    expect(files.length).toBe(7);
    expect(head).toEqual({
      schema: 'cpq-doctor/manifest/1',
      tool: { name: 'cpq-doctor', version: '1.2.3' },
      created: AT.toISOString(),
      zone: 'Europe/Paris',
      pseudonymised: false,
      redactions: [],
    });
  });

  it('is what the preview said', async () => {
    const preview = await previewBundle(inputOf(), PLAIN);
    const listed = (await written()) && (await listBundle(target()));
    expect(preview.ok && preview.value.name).toBe(
      'SR690000123_cpq-doctor_example-bank-lyon_20261124T2041Z_with-names.zip',
    );
    expect(preview.ok && preview.value.files.map(({ path, bytes }) => ({ path, bytes }))).toEqual(
      listed.ok && listed.value.entries.map(({ path, bytes }) => ({ path, bytes })),
    );
  });

  it.skipIf(skipWithoutBinary('unzip', '7z'))(
    'opens with unzip and 7-Zip, and raw evidence stays as it came',
    async () => {
      await written();
      execFileSync('unzip', ['-q', target(), '-d', join(folder.path(), 'out')]);
      expect(await readFile(join(folder.path(), 'out', EVIDENCE), 'utf8')).toBe(EVIDENCE_TEXT);
      expect(spawnSync('7z', ['t', target()], { encoding: 'utf8' }).stdout).toContain('Everything is Ok');
    },
  );

  it('is the same byte for byte from the same case', async () => {
    await written();
    await written(inputOf(), PLAIN, join(folder.path(), 'again.zip'));
    expect(await readFile(join(folder.path(), 'again.zip'))).toEqual(await readFile(target()));
  });

  it('takes the place of an older one of its name', async () => {
    await writeFile(target(), 'old');
    await written();
    expect((await verifyBundle(target())).ok).toBe(true);
    expect(await readdir(folder.path())).toEqual(['case.zip']);
  });

  it('carries quoted lines of logs and configurations with their numbers', async () => {
    const [first] = smallCase().observations;
    if (first === undefined) throw new Error('no observation');
    const quote = (source: string, line: number, text: string) => ({
      source: `${source}:${line}`,
      line,
      quote: text,
      sha256: 'a'.repeat(64),
      at: null,
    });
    const record = smallCase({
      observations: [
        first,
        {
          ...first,
          id: 'o2',
          check: 'mail-logs',
          quotes: [quote('log:esa1/mail.current', 1042, 'Info: B'), quote('log:esa1/mail.current', 7, 'Info: A')],
          evidence: null,
        },
        {
          ...first,
          id: 'o3',
          check: 'configuration',
          quotes: [quote('config:export.xml', 120, '<ldap_server_pass>hunter22</ldap_server_pass>')],
          evidence: null,
        },
      ],
    });
    await written(inputOf(record));
    execFileSync('unzip', ['-q', target(), '-d', join(folder.path(), 'out')]);
    const text = (path: string) => readFile(join(folder.path(), 'out/evidence', path), 'utf8');
    expect(await text('logs/esa1/mail.current.excerpt.txt')).toBe('7: Info: A\n1042: Info: B\n');
    expect(await text('config/esa1/export.xml.excerpt.txt')).toBe(
      '120: <ldap_server_pass>[secret removed]</ldap_server_pass>\n',
    );
  });

  it('keeps evidence that is no UTF-8 as it is', async () => {
    const bytes = Buffer.from(`\xe9t\xe9\n${QUOTE}\n`, 'latin1');
    await written(inputOf(smallCase(), new Map([[EVIDENCE, bytes]])));
    execFileSync('unzip', ['-q', target(), '-d', join(folder.path(), 'out')]);
    expect(await readFile(join(folder.path(), 'out', EVIDENCE))).toEqual(bytes);
  });
});

describe('a bundle that cannot be written', () => {
  const problemOf = async (path: string, input = inputOf()) => {
    const answer = await writeBundle(input, path, PLAIN);
    return answer.ok ? null : answer.problem.code;
  };

  it('says that the folder is missing', async () => {
    expect(await problemOf(join(folder.path(), 'no/such/case.zip'))).toBe('bundle-folder-missing');
    expect(await readdir(folder.path())).toEqual([]);
  });

  it('says that evidence is gone', async () => {
    expect(await problemOf(target(), inputOf(smallCase(), new Map()))).toBe('bundle-evidence-missing');
    expect(await readdir(folder.path())).toEqual([]);
  });

  it('says that a claim would not follow', async () => {
    const other = new Map([[EVIDENCE, Buffer.from('another text\nand line\n')]]);
    await writeFile(target(), 'old');
    expect(await problemOf(target(), inputOf(smallCase(), other))).toBe('bundle-claim-fails');
    expect(await readdir(folder.path())).toEqual(['case.zip']);
    expect(await readFile(target(), 'utf8')).toBe('old');
  });

  it('says that a name is taken by a folder', async () => {
    await mkdir(target());
    await chmod(target(), 0o700);
    expect(await problemOf(target())).toBe('bundle-disk-failed');
    expect(await readdir(folder.path())).toEqual(['case.zip']);
  });
});

const why = whyNoTinyDisk();
if (why !== null) console.warn(`skipped: no tiny disk here: ${why}`);

describe.skipIf(why !== null && !process.env.CI)('on a disk that refuses', () => {
  let disk: TinyDisk;
  beforeEach(async () => {
    disk = await tinyDisk(64);
  });
  afterEach(() => disk.release());

  const noise = () => {
    const text = `${EVIDENCE_TEXT}\n${Array.from({ length: 400_000 }, (_, n) => ((n * 2654435761) % 4294967296).toString(36)).join('')}`;
    return inputOf(smallCase(), new Map([[EVIDENCE, Buffer.from(text)]]));
  };

  it('leaves nothing behind when it is full', async () => {
    const answer = await writeBundle(noise(), join(disk.path, 'case.zip'), PLAIN);
    expect(answer.ok ? null : answer.problem.code).toBe('bundle-disk-full');
    expect(await readdir(disk.path)).toEqual([]);
  });

  it('leaves an older bundle as it was', async () => {
    await writeFile(join(disk.path, 'case.zip'), 'old');
    await writeBundle(noise(), join(disk.path, 'case.zip'), PLAIN);
    expect(await readdir(disk.path)).toEqual(['case.zip']);
    expect(await readFile(join(disk.path, 'case.zip'), 'utf8')).toBe('old');
  });

  it('says that it is read-only', async () => {
    await disk.makeReadOnly();
    const answer = await writeBundle(inputOf(), join(disk.path, 'case.zip'), PLAIN);
    expect(answer.ok ? null : answer.problem.code).toBe('bundle-folder-read-only');
  });
});

describe('the name of a bundle', () => {
  it.each([
    [
      '690000123',
      'Example Bank, Lyon',
      false,
      'SR690000123_cpq-doctor_example-bank-lyon_20261124T2041Z_with-names.zip',
    ],
    ['SR 690000123', 'Zürich/../x', true, 'SR690000123_cpq-doctor_zurich-x_20261124T2041Z_pseudonymised.zip'],
    [null, '…', false, 'cpq-doctor_site_20261124T2041Z_with-names.zip'],
  ])('%s, %s', (serviceRequest, site, pseudonymised, wanted) => {
    expect(bundleName({ serviceRequest, site, at: AT, pseudonymised })).toBe(wanted);
  });
});
