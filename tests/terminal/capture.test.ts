import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pcapFile } from '../support/capture/containers';
import { linesOf, newDesk, type Ran, STACK } from '../support/command-line';
import { unfoundQuotes } from '../support/quotes';

const desk = newDesk();
afterAll(() => desk.remove());

const json = ({ stdout }: Ran) => JSON.parse(stdout);
const materials = async (scenario: string): Promise<void> => {
  const ran = await desk.run(['lab', '--scenario', scenario, '--materials', scenario]);
  if (ran.code !== 0) throw new Error(ran.stderr);
};
beforeAll(async () => {
  for (const scenario of ['tls-anonymous-cipher', 'healthy', 'path-timeout']) await materials(scenario);
}, 60_000);

describe('capture', () => {
  it('prints a document that its published schema accepts, with a fault for each connection that shows one', async () => {
    const ran = await desk.run(['capture', 'tls-anonymous-cipher/esa1/quarantine.pcap', '--json']);
    const schema = json(await desk.run(['schema', 'capture']));
    expect(z.fromJSONSchema(schema).safeParse(json(ran)).error?.issues ?? []).toEqual([]);
    expect([ran.code, ran.stderr]).toEqual([1, '']);
    const [one] = json(ran).connections;
    expect(one).toMatchObject({ port: 7025, outcome: 'encrypted', negotiated: { anonymous: true }, certificate: null });
  });

  it.each([
    ['healthy/esa1/quarantine.pcap', 0],
    ['path-timeout/esa1/quarantine.pcap', 1],
  ])('%s ends with exit %i', async (file, code) => {
    expect((await desk.run(['capture', file])).code).toBe(code);
  });

  it('says to people what stands in which frame, in both languages', async () => {
    const file = 'tls-anonymous-cipher/esa1/quarantine.pcap';
    const english = await desk.run(['capture', file]);
    expect(english.stdout).toMatch(
      /^ {2}\d+ {2}192\.0\.2\.10:7025 ServerHello TLSv1 ADH-CAMELLIA256-SHA \(anonymous\)/m,
    );
    expect(english.stdout).toContain('The initiator offers TLSv1 and 23 cipher suites, 6 of them anonymous.');
    const french = await desk.run(['capture', file, '--lang', 'fr']);
    expect(french.stdout).toContain('L’initiateur propose TLSv1 et 23 suites de chiffrement, dont 6 anonymes.');
  });

  it('finds nothing on another port, and says what to do', async () => {
    const ran = await desk.run(['capture', 'healthy/esa1/quarantine.pcap', '--port', '7999']);
    expect([ran.code, linesOf(ran.stdout).at(-1)]).toEqual([
      3,
      'No connection to a quarantine port (7999) in it. Give another one with --port.',
    ]);
  });

  it('reads a packed one, and of a truncated one what is there, which it says', async () => {
    const whole = readFileSync(desk.path('healthy/esa1/quarantine.pcap'));
    writeFileSync(desk.path('packed.pcap.gz'), gzipSync(whole));
    writeFileSync(desk.path('short.pcap'), whole.subarray(0, whole.length - 9));
    const [plain, packed, short] = await Promise.all(
      ['healthy/esa1/quarantine.pcap', 'packed.pcap.gz', 'short.pcap'].map((file) =>
        desk.run(['capture', file, '--json']),
      ),
    );
    if (!plain || !packed || !short) throw new Error('three were asked for');
    expect(json(packed).connections).toEqual(json(plain).connections);
    expect([short.code, json(short).packets]).toEqual([0, json(plain).packets - 1]);
    expect(linesOf(short.stderr)).toEqual([
      `The file breaks off after packet ${json(short).packets}; what stands before it was read.`,
    ]);
  });

  it.each([
    ['no capture', 'a.log', Buffer.from('Mon Mar  2 15:10:02 2026 Info: Begin Logfile\n'), /not a packet capture/],
    [
      'an unknown link type',
      'wifi.pcap',
      pcapFile([{ at: 0, bytes: Buffer.alloc(60) }], { linkType: 105 }),
      /link type 105/,
    ],
    ['nothing at all', 'empty.pcap', Buffer.alloc(0), /not a packet capture/],
  ])('%s: exit 2 and one clear line', async (_, name, bytes, said) => {
    writeFileSync(desk.path(name), bytes);
    const ran = await desk.run(['capture', name, '--json']);
    expect([ran.code, ran.stdout, linesOf(ran.stderr).length]).toEqual([2, '', 1]);
    expect(ran.stderr).toMatch(said);
    expect(ran.stderr).toContain(name);
    expect(ran.stderr).not.toMatch(STACK);
  });

  it('a missing file, a folder and a port that is none: exit 2 and one clear line', async () => {
    mkdirSync(desk.path('folder'));
    for (const args of [['missing.pcap'], ['folder'], ['empty.pcap', '--port', '99999']]) {
      const ran = await desk.run(['capture', ...args]);
      expect([args, ran.code, linesOf(ran.stderr).length]).toEqual([args, 2, 1]);
    }
  });
});

describe('captures as material', () => {
  it('are recognised among other files', async () => {
    const files = ['healthy/esa1/quarantine.pcap', 'healthy/esa1/config.xml'];
    const ran = await desk.run(['recognise', ...files, '--json']);
    expect(json(ran).files.map((one: { kind: string }) => one.kind)).toEqual(['capture', 'config']);
  });

  it('in a profile they are evidence of their appliance, and a bundle holds what was quoted of them', async () => {
    const args = ['diagnose', 'tls-anonymous-cipher/site.yaml', '--json', '--case', 'kept', '--bundle', 'kept.zip'];
    const ran = await desk.run(args);
    const document = json(ran);
    expect([ran.code, document.primary]).toEqual([1, ['tls-anonymous-cipher']]);
    const seen = document.observations.filter((one: { check: string }) => one.check === 'capture');
    // They stand in the order in which the readings ended, which is nobody's to promise.
    expect(seen.map((one: { vantage: string; how: string }) => `${one.vantage} ${one.how}`).sort()).toEqual([
      'esa1 material',
      'sma1 material',
    ]);
    expect(unfoundQuotes(document, desk.path('kept'), desk.path('tls-anonymous-cipher'))).toEqual([]);
    const quoted = document.findings.flatMap((one: { evidence: { source: string }[] }) => one.evidence);
    expect(quoted.some((one: { source: string }) => one.source.startsWith('capture:esa1/quarantine.pcap:'))).toBe(true);
    expect((await desk.run(['bundle', 'verify', 'kept.zip'])).code).toBe(0);
    const listed = await desk.run(['bundle', 'list', 'kept.zip']);
    expect(listed.stdout).toContain('evidence/captures/esa1/quarantine.pcap.excerpt.txt');
    expect(listed.stdout).not.toMatch(/quarantine\.pcap$/m);
  });
});
