import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { BlobReader, BlobWriter, ZipWriter } from '@zip.js/zip.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { excerptOf } from '../../../main/core/logs';
import type { LogReport } from '../../../main/core/model';
import type { Result } from '../../../main/core/model/problem';
import { analyseLogs, readExcerpts } from '../../../main/scan';
import { boundOf } from '../../../main/scan/inflate';
import { expected, LOGS, TRUTH, told } from '../../core/logs/truth';
import { TIMED } from '../../support/timed';

const OPTIONS = { role: null, ports: [] } as const;
const ROTATED = join(LOGS, 'composed-rotated');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scan-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const reportIn = (result: Result<LogReport>): LogReport => {
  if (!result.ok) throw new Error(`${result.problem.code} ${result.problem.where}`);
  return result.value;
};
const truthOf = (name: string) => {
  const truth = TRUTH[name];
  if (!truth) throw new Error(name);
  return expected(truth);
};
const made = (name: string, bytes: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
const HEALTHY = join(LOGS, 'composed-esa-healthy-quarantine.log');

describe('analyseLogs', () => {
  it.each(Object.keys(TRUTH))('%s on disk tells its truth', async (name) => {
    expect(told(reportIn(await analyseLogs([join(LOGS, name)], OPTIONS)))).toEqual(truthOf(name));
  });

  it('counts the lines of a file that is a prefix of another once, and names what is no log', async () => {
    const report = reportIn(await analyseLogs([ROTATED], OPTIONS));
    expect(report.files.map(({ path, lines }) => [path.slice(ROTATED.length + 1), lines])).toEqual([
      ['mail_logs.@20260608T080000.s', 31],
      ['mail_logs.@20260608T080015.s.gz', 29],
      ['mail_logs.@20260608T080048.c', 30],
      ['mail_logs.current', 31],
    ]);
    expect(report.unreadable).toEqual([{ path: join(ROTATED, 'readme-not-a-log.txt'), code: 'not-a-log' }]);
  });

  it('does not care about the order of its files', async () => {
    const paths = readdirSync(ROTATED).map((name) => join(ROTATED, name));
    const [one, other] = [await analyseLogs(paths, OPTIONS), await analyseLogs([...paths].reverse(), OPTIONS)];
    expect({ ...reportIn(other), durationMs: 0 }).toEqual({ ...reportIn(one), durationMs: 0 });
  });

  it('reads a zip, with a gzip inside', async () => {
    const writer = new ZipWriter(new BlobWriter());
    for (const name of readdirSync(ROTATED))
      await writer.add(`mail_logs/${name}`, new BlobReader(new Blob([readFileSync(join(ROTATED, name))])));
    const path = made('rotated.zip', Buffer.from(await (await writer.close()).arrayBuffer()));
    const report = reportIn(await analyseLogs([path], OPTIONS));
    expect(told(report)).toEqual(truthOf('composed-rotated'));
    expect(report.files[0]?.path).toBe(`${path}!mail_logs/mail_logs.@20260608T080000.s`);
  });

  it.each([
    ['rotated.tgz', '-czf'],
    ['rotated.tar', '-cf'],
  ])('reads %s of the system tar', async (name, how) => {
    const path = join(folder, name);
    execFileSync('tar', [how, path, '-C', LOGS, 'composed-rotated']);
    expect(told(reportIn(await analyseLogs([path], OPTIONS)))).toEqual(truthOf('composed-rotated'));
  });

  it('reads long names in a tar', async () => {
    const long = join('n'.repeat(90), 'm'.repeat(90), 'k'.repeat(90));
    mkdirSync(join(folder, 'deep', long), { recursive: true });
    cpSync(HEALTHY, join(folder, 'deep', long, 'mail.log'));
    for (const format of ['gnu', 'pax']) {
      const path = join(folder, `${format}.tar`);
      execFileSync('tar', [`--format=${format}`, '-cf', path, '-C', join(folder, 'deep'), '.']);
      const report = reportIn(await analyseLogs([path], OPTIONS));
      expect(report.files.map((file) => file.path)).toEqual([`${path}!./${long}/mail.log`]);
    }
  });

  it('reads UTF-16 of a Windows redirect and a UTF-8 mark', async () => {
    const text = readFileSync(HEALTHY, 'utf8');
    const wide = made('wide.log', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));
    const marked = made('marked.log', `\uFEFF${text}`);
    for (const path of [wide, marked])
      expect(told(reportIn(await analyseLogs([path], OPTIONS)))).toEqual(
        truthOf('composed-esa-healthy-quarantine.log'),
      );
  });

  it('counts the same file with other line ends once', async () => {
    const text = readFileSync(HEALTHY, 'utf8');
    const dos = made('dos.log', text.replaceAll('\n', '\r\n'));
    const report = reportIn(await analyseLogs([HEALTHY, dos], OPTIONS));
    expect(told(report)).toEqual(truthOf('composed-esa-healthy-quarantine.log'));
  });

  it('survives lines of ten megabytes, NUL and broken UTF-8 between the lines', async () => {
    const [head = '', ...rest] = readFileSync(HEALTHY, 'latin1').split('\n');
    const endless = `Thu Jun  4 09:00:00 2026 Info: MID 1 Subject "${'x'.repeat(10_000_000)}"`;
    const bytes = Buffer.from(
      [head, endless, 'Thu Jun  4 09:00:00 2026 Info: \0\xFF\xFE\xC3', ...rest].join('\n'),
      'latin1',
    );
    const report = reportIn(await analyseLogs([made('wild.log', bytes)], OPTIONS));
    expect(told(report)).toEqual(truthOf('composed-esa-healthy-quarantine.log'));
    expect(report.unknownLines).toBe(1);
  });

  it('quotes lines as they stand in the file', async () => {
    const line =
      'Thu Jun  4 11:00:07 2026 Info: Connection Error: DCID 7 domain: the.cpq.host IP: 192.0.2.20 port: 7025 details: refusé [Errno 61] Connection refused interface: 192.0.2.10 reason: réseau';
    for (const encoding of ['utf8', 'latin1'] as const) {
      const path = made(`quote-${encoding}.log`, Buffer.from(`${line}\r\n`, encoding));
      const report = reportIn(await analyseLogs([path], OPTIONS));
      expect(report.grounds.map(({ code, quotes }) => [code, quotes])).toEqual([
        ['path-refused', [{ file: 0, line: 1, text: line }]],
      ]);
    }
  });
});

describe('analyseLogs says clearly', () => {
  const codeOf = async (paths: string[]) => {
    const result = await analyseLogs(paths, OPTIONS);
    return result.ok ? 'ok' : [result.problem.code, result.problem.where];
  };

  it('that a file is missing', async () => {
    const path = join(folder, 'none.log');
    expect(await codeOf([HEALTHY, path])).toEqual(['file-not-found', path]);
  });

  it.each([
    ['bytes.bin', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'not-a-log'],
    ['empty.log', '', 'log-empty'],
    ['letter.txt', 'Dear colleague,\nno log here.\n', 'not-a-log'],
    [
      'gui_logs',
      'Thu Jun  4 09:00:00 2026 Info: Begin Logfile\nThu Jun  4 09:00:00 2026 Info: req:192.0.2.1 GET /\n',
      'not-a-mail-log',
    ],
    ['cut.zip', Buffer.from('PK\x03\x04 and no more'), 'archive-damaged'],
  ])('that %s cannot be used', async (name, bytes, code) => {
    const path = made(name, bytes);
    expect(await codeOf([path])).toEqual([code, path]);
  });

  it('that a folder holds nothing', async () => {
    const path = join(folder, 'hollow');
    mkdirSync(path);
    expect(await codeOf([path])).toEqual(['no-log-found', path]);
  });

  it('that a gzip breaks off, and still tells what came before', async () => {
    const lines = readFileSync(HEALTHY, 'utf8').repeat(1);
    const noise = Array.from(
      { length: 40_000 },
      (_, at) => `Thu Jun  4 09:02:00 2026 Info: MID ${at} Subject "${(at * 7919) % 10007}"`,
    );
    const packed = gzipSync(`${lines}${noise.join('\n')}\n`);
    const path = made('cut.log.gz', packed.subarray(0, packed.length - 2000));
    const report = reportIn(await analyseLogs([path], OPTIONS));
    expect(told(report)).toEqual(truthOf('composed-esa-healthy-quarantine.log'));
    expect(report.unreadable).toEqual([{ path, code: 'archive-damaged' }]);
  });

  it('that three hundred megabytes of other text are no log, without reading them all', async () => {
    const path = made('other.gz', gzipSync(Buffer.alloc(300 * 1024 * 1024, 'x\n')));
    expect(await codeOf([path])).toEqual(['not-a-log', path]);
  });

  it('that an archive is made to harm', () => {
    const bound = boundOf(() => 1000);
    bound(200 * 1024 * 1024);
    expect(() => bound(100 * 1024 * 1024)).toThrow('archive-too-large');
  });
});

describe('analyseLogs stops', () => {
  const big = (): string => {
    const lines = Array.from(
      { length: 60_000 },
      (_, at) => `Thu Jun  4 09:00:00 2026 Info: MID ${at} ready 100 bytes from <a@example.com>\n`,
    );
    const path = join(folder, 'big.log');
    writeFileSync(path, '');
    for (let time = 0; time < 12; time += 1) writeFileSync(path, lines.join(''), { flag: 'a' });
    return path;
  };

  it('within 200 ms when it is cancelled, and tells how far it is', TIMED, async () => {
    const path = big();
    const controller = new AbortController();
    const progress: number[] = [];
    let cancelledAt = 0;
    const result = await analyseLogs([path], {
      ...OPTIONS,
      signal: controller.signal,
      onProgress: (bytes) => {
        if (progress.push(bytes) !== 5) return;
        cancelledAt = performance.now();
        controller.abort();
      },
    });
    expect(performance.now() - cancelledAt).toBeLessThan(200);
    expect(result).toEqual({ ok: false, problem: { code: 'cancelled', where: null, params: {} } });
    expect(progress).toHaveLength(5);
  });

  it('when its time is over', async () => {
    const result = await analyseLogs([big()], { ...OPTIONS, limitMs: 1 });
    expect(result.ok ? null : result.problem.code).toBe('out-of-time');
  });
});

describe('readExcerpts', () => {
  it('gives the kept lines with their numbers as they stand', async () => {
    const report = reportIn(await analyseLogs([ROTATED], OPTIONS));
    const result = await readExcerpts([ROTATED], report);
    const excerpts = result.ok ? result.value : [];
    expect(excerpts.map(({ path, text }) => [path.slice(ROTATED.length + 1), text.split('\n').length - 1])).toEqual(
      excerptOf(report).map(({ path, lines }) => [path.slice(ROTATED.length + 1), lines.length]),
    );
    expect(excerpts[0]?.text.split('\n')[3]).toBe(
      '4: Mon Jun  8 07:59:52 2026 Info: DCID 1000 TLS success protocol TLSv1.2 cipher ECDHE-RSA-AES256-GCM-SHA384 for the.cpq.host',
    );
  });
});
