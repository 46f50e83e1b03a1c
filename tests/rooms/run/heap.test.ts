import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Site } from '../../../main/core/model';
import { sortHeap } from '../../../main/run/intake';
import { offline, site } from '../../support/plan-site';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'heap-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string, role: 'esa' | 'sma', address: string) => ({
  ...offline(name, role, {}),
  quarantine: { interface: null, address, port: 7025 },
});
const SITE = site(at('esa1', 'esa', '192.0.2.11'), at('esa2', 'esa', '192.0.2.12'), at('sma1', 'sma', '192.0.2.20'));

/** What became of files: under whom each stands, and which were asked about. */
const sorted = async (files: Readonly<Record<string, string>>) => {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const result = await sortHeap({ ...SITE, materials: [folder] });
  const short = (path: string | null) => (path ?? '').slice(folder.length + 1);
  const under = (heap: Site) =>
    Object.fromEntries(
      heap.appliances.map(({ name, materials: { logs, config, cli, transcripts } }) => [
        name,
        [...logs, ...(config === null ? [] : [config]), ...cli.map((one) => one.file), ...transcripts].map(short),
      ]),
    );
  return { ...under(result.site), problems: result.problems.map((one) => [one.code, short(one.where)]) };
};

const version = (serial: string, prompt = '') =>
  `${prompt}version\n\nCurrent Version\n===============\nModel: C300V\nVersion: 15.0.0-100\nSerial #: ${serial}\n${prompt}`;
const status = (prompt: string) => `${prompt}status\n\nSystem status:                 Online\n\n${prompt}`;
const log = (head: string, own: string) =>
  `Mon Mar  2 15:10:01 2026 Info: Begin Logfile\n${head}Mon Mar  2 15:10:02 2026 Info: New SMTP DCID 1 interface ${own} address 192.0.2.20 port 7025\n`;

describe('a heap of files', () => {
  test('is assigned by the names in it', async () => {
    expect(await sorted({ 'a.txt': status('esa2.example.com> '), 'b.txt': status('sma1> ') })).toEqual({
      esa1: [],
      esa2: ['a.txt'],
      sma1: ['b.txt'],
      problems: [],
    });
  });

  test('is assigned by a serial number that another file tells, whichever comes first', async () => {
    const files = { 'a.txt': version('AAAA-111'), 'b.txt': version('AAAA-111', 'esa1.example.com> ') };
    expect(await sorted(files)).toEqual({ esa1: ['b.txt', 'a.txt'], esa2: [], sma1: [], problems: [] });
    const cluster =
      '(Machine esa1.example.com)> clusterconfig list\n\nCluster Main\n============\nGroup Main_Group:\n' +
      '    Machine esa1.example.com (Serial #: AAAA-111)\n    Machine esa2.example.com (Serial #: BBBB-222)\n\n(Machine esa1.example.com)> ';
    const header = 'Mon Mar  2 15:10:01 2026 Info: Version: 15.0.0-100 SN: BBBB-222\n';
    expect(await sorted({ 'a.log': log(header, '203.0.113.9'), 'b.txt': cluster })).toMatchObject({ esa2: ['a.log'] });
  });

  test('is assigned by its own address, never by its peer’s', async () => {
    expect(await sorted({ 'a.log': log('', '192.0.2.12'), 'b.log': log('', '203.0.113.9') })).toEqual({
      esa1: [],
      esa2: ['a.log'],
      sma1: [],
      problems: [['material-whose', 'b.log']],
    });
  });

  test('of a capture of several machines is dealt out by its prompts, if the site knows them all', async () => {
    const known = `${status('esa2.example.com> ')}\n${status('sma1.example.com> ')}`;
    const stranger = `${status('esa1.example.com> ')}\n${status('mail9.example.net> ')}`;
    expect(await sorted({ 'a.log': known, 'b.log': stranger })).toEqual({
      esa1: [],
      esa2: ['a.log'],
      sma1: [],
      problems: [['material-whose', 'b.log']],
    });
  });

  test('is asked about, never guessed, where two appliances could be meant', async () => {
    const nameless = 'Model: C300V\nVersion: 15.0.0-100\nSerial #: CCCC-333\n';
    const both = `${version('AAAA-111', 'esa1.example.com> ')}`;
    expect(await sorted({ 'a.txt': nameless, 'b.txt': both, 'c.txt': status('unknown1.example.com> ') })).toEqual({
      esa1: ['b.txt'],
      esa2: [],
      sma1: [],
      problems: [
        ['material-whose', 'a.txt'],
        ['material-whose', 'c.txt'],
      ],
    });
  });

  test('of a long capture is looked at whole', async () => {
    const long = `${status('esa1.example.com> ')}\n${'x'.repeat(300_000)}\n${status('mail9.example.net> ')}`;
    expect(await sorted({ 'a.log': `${version('A-1', 'esa1.example.com> ')}${long}` })).toMatchObject({
      esa1: [],
      problems: [['material-whose', 'a.log']],
    });
  });
});
