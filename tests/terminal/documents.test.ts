import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { scenarios } from '../../main/lab';
import { makeCertificate } from '../support/certificate';
import { linesOf, newDesk, type Ran } from '../support/command-line';
import { listenAs, replies } from '../support/listener';
import { skipWithoutPostfix, startPostfix } from '../support/postfix';
import { startPractice } from '../support/practice-lab';
import { unfoundQuotes } from '../support/quotes';

const desk = newDesk();
afterAll(() => desk.remove());

const fixture = (...parts: string[]): string => resolve('tests/fixtures', ...parts);
const json = ({ stdout }: Ran) => JSON.parse(stdout);

/** The document, once the schema that the program itself publishes for it has accepted it. */
const accepted = async (name: string, ran: Ran) => {
  const schema = json(await desk.run(['schema', name]));
  const document = json(ran);
  const judged = z.fromJSONSchema(schema).safeParse(document);
  expect(judged.error?.issues ?? []).toEqual([]);
  return document;
};

describe('schema', () => {
  it('lists what is published, and prints each as JSON Schema', async () => {
    const names = linesOf((await desk.run(['schema'])).stdout);
    expect(names).toEqual(
      expect.arrayContaining([
        'ciphers',
        'config',
        'diagnosis',
        'logs',
        'parse',
        'tls',
        'transcript',
        'bundle',
        'plan',
      ]),
    );
    for (const name of names)
      expect(json(await desk.run(['schema', name]))).toMatchObject({ type: 'object', additionalProperties: false });
  });
});

describe('diagnose', () => {
  it('prints the fields of the contract, each finding and observation whole', async () => {
    const document = await accepted('diagnosis', await desk.run(['diagnose', '--json']));
    expect(Object.keys(document)).toEqual(
      expect.arrayContaining(
        'schema case direction cluster verdict primary findings observations footprint durationMs'.split(' '),
      ),
    );
    const finding = 'code status severity direction appliances because consequenceOf history evidence ask remedy';
    for (const one of document.findings) expect(Object.keys(one)).toEqual(expect.arrayContaining(finding.split(' ')));
    const observation = 'id check vantage subject outcome startedAt durationMs data';
    for (const one of document.observations)
      expect(Object.keys(one)).toEqual(expect.arrayContaining(observation.split(' ')));
    const ids = new Set(document.observations.map((one: { id: string }) => one.id));
    const cited = document.findings.flatMap((one: { evidence: { observation: string }[] }) => one.evidence);
    expect(cited.filter((one: { observation: string }) => !ids.has(one.observation))).toEqual([]);
  });

  it('a dry run prints the plan', async () => {
    const document = await accepted('plan', await desk.run(['diagnose', '--dry-run', '--json']));
    expect(document.steps.length).toBeGreaterThan(0);
  });
});

describe('logs', () => {
  const logs = (...args: string[]) => desk.run(['logs', ...args, '--json']);

  it.each([
    ['composed-esa-refused.log', 1, ['path-refused'], []],
    ['composed-esa-tls-anonymous.log', 1, ['tls-anonymous-cipher'], []],
    ['composed-esa-healthy-quarantine.log', 0, [], []],
    ['composed-sma-listener-suspended.log', 0, [], ['listener-suspended']],
    ['sourced-spam-quarantine-7.6.log', 3, [], []],
  ] as const)('%s ends with exit %i', async (file, code, causes, history) => {
    const ran = await logs(fixture('logs', file));
    const document = await accepted('logs', ran);
    expect([ran.code, document.causes, document.history]).toEqual([code, causes, history]);
  });

  it('pairs both sides of one story', async () => {
    const files = ['composed-esa-healthy-quarantine.log', 'composed-sma-healthy-quarantine.log'];
    const document = json(await logs(...files.map((file) => fixture('logs', file))));
    const twins = document.connections.filter((one: { twin: unknown }) => one.twin !== null);
    expect(twins.length).toBeGreaterThan(0);
    expect(document.clockOffsets).toHaveLength(1);
  });

  it('tells people each cause with the line that says so', async () => {
    const ran = await desk.run(['logs', fixture('logs', 'composed-esa-refused.log')]);
    expect(ran.stdout).toContain('Present\n  Connection refused\n');
    expect(ran.stdout).toMatch(/composed-esa-refused\.log:27 {2}.*\[Errno 61\] Connection refused/);
  });

  it.each([
    [['nosuch.log'], /^nosuch\.log: no such file/],
    [['nosuch.log', '--port', '70000'], /^--port: 70000 is not a port/],
    [['nosuch.log', '--from', 'yesterday'], /^--from: yesterday is not a time/],
    [['noise.bin'], /^noise\.bin: not a log/],
    [['empty-folder'], /^empty-folder: no file in it/],
    [['nosuch.log', '--role', 'wsa'], /^wsa does not fit --role <role>/],
  ])('%j ends with exit 2 and one line', async (args, said) => {
    writeFileSync(
      desk.path('noise.bin'),
      Uint8Array.from({ length: 4096 }, (_, index) => (index * 89 + 7) % 251),
    );
    mkdirSync(desk.path('empty-folder'), { recursive: true });
    const ran = await logs(...args);
    expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
      code: 2,
      stdout: '',
      lines: [expect.stringMatching(said)],
    });
  });
});

describe('parse and transcript', () => {
  const deciding = [
    [
      'tophosts',
      'tophosts-esa-cpq-down.txt',
      {
        hosts: expect.arrayContaining([
          expect.objectContaining({ host: 'the.cpq.host', down: true, activeRecipients: 131, softBounced: 3166 }),
        ]),
      },
    ],
    ['status', 'status-offline.txt', { system: 'offline', activeRecipients: 0, workQueue: 0 }],
    ['version', 'version-sma15.txt', { model: 'M600V', version: '15.0.0-416', role: 'sma' }],
    [
      'interfaceconfig',
      'interfaceconfig-esa1.txt',
      {
        interfaces: expect.arrayContaining([
          expect.objectContaining({ name: 'Data 1', address: '192.0.2.11', prefix: 24, port: 'Data1' }),
        ]),
      },
    ],
    [
      'sslconfig',
      'sslconfig-9.5.txt',
      { inbound: { method: 'tlsv1/tlsv1.2', ciphers: 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH' } },
    ],
    [
      'telnet',
      'telnet-refused.txt',
      { interface: 'Management', host: '192.0.2.20', port: 7025, outcome: 'refused', banner: null },
    ],
    ['clusterconfig', 'clusterconfig-list.txt', { cluster: 'Main_Cluster' }],
    ['netstat', 'netstat-sockets-sma.txt', { listening: [{ address: '192.0.2.20', port: 7025 }] }],
  ] as const;

  it.each(deciding)('parse %s %s gives the data of the contract', async (command, file, data) => {
    const ran = await desk.run(['parse', command, fixture('cli', file), '--json']);
    const document = await accepted('parse', ran);
    expect({ code: ran.code, ...document }).toMatchObject({ code: 0, command, data, error: null });
  });

  it('parse reads standard input for a dash', async () => {
    const input = readFileSync(fixture('cli', 'status-offline.txt'));
    const ran = await desk.run(['parse', 'status', '-', '--json'], { input });
    expect([ran.code, json(ran).data.system]).toEqual([0, 'offline']);
  });

  it.each([
    [['tophosts', fixture('cli', 'status-offline.txt')], 2, /this is the output of status, not of tophosts/],
    [['tophosts', fixture('README.md')], 2, /this is not the output of tophosts/],
    [
      ['tophosts', fixture('cli', 'tophosts-wrong-mode.txt')],
      3,
      /the appliance did not do it: This command is restricted/,
    ],
    [['frobnicate', fixture('README.md')], 2, /^frobnicate: not a command this tool reads; it reads: /],
    [['status', 'nosuch.txt'], 2, /^nosuch\.txt: no such file/],
  ] as const)('parse %j ends with exit %i and one line', async (args, code, said) => {
    const ran = await desk.run(['parse', ...args, '--json']);
    expect({ code: ran.code, lines: linesOf(ran.stderr) }).toEqual({ code, lines: [expect.stringMatching(said)] });
  });

  it('transcript splits a whole capture by prompt', async () => {
    const made = await desk.run(['lab', '--scenario', 'healthy', '--materials', 'heap', '--json']);
    await accepted('materials', made);
    const document = await accepted('transcript', await desk.run(['transcript', 'heap/esa1/terminal.log', '--json']));
    const commands = document.parts.map((one: { command: string }) => one.command);
    expect(commands).toEqual(expect.arrayContaining(['version', 'status', 'tophosts', 'interfaceconfig']));
    expect(new Set(document.parts.map((one: { appliance: string }) => one.appliance))).toEqual(
      new Set(['esa1.example.com']),
    );
  });
});

describe('recognise', () => {
  it('says what each file is and whose', async () => {
    const files = [
      'cli/tophosts-esa-cpq-down.txt',
      'logs/composed-esa-refused.log',
      'config/esa-standalone.xml',
      'README.md',
    ];
    const ran = await desk.run(['recognise', ...files.map((file) => fixture(file)), '--json']);
    await accepted('recognise', ran);
    expect([
      ran.code,
      json(ran).files.map((one: { kind: string; command: string }) => [one.kind, one.command]),
    ]).toEqual([
      0,
      [
        ['cli', 'tophosts'],
        ['mail-log', null],
        ['config', null],
        ['unknown', null],
      ],
    ]);
  });
});

describe('config', () => {
  it.each([
    ['esa-standalone.xml', 0],
    ['esa-cluster-missing-interface.xml', 1],
    ['sma-cpq.xml', 1],
    ['showconfig-terminal.txt', 0],
  ] as const)('%s ends with exit %i', async (file, code) => {
    const ran = await desk.run(['config', fixture('config', file), '--json']);
    const document = await accepted('config', ran);
    expect(ran.code).toBe(code);
    const fields =
      'schema product model version role hostname interfaces listeners ciphers quarantine missingInterfaces logs problems';
    expect(Object.keys(document)).toEqual(expect.arrayContaining(fields.split(' ')));
  });

  it('refuses declarations of its own and what is no configuration', async () => {
    for (const file of [fixture('config', 'hostile-entities.xml'), fixture('README.md')]) {
      const ran = await desk.run(['config', file, '--json']);
      expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr).length }).toEqual({
        code: 2,
        stdout: '',
        lines: 1,
      });
    }
  });
});

describe('ciphers', () => {
  it('says what the list admits, by which words, and what both would agree on', async () => {
    const ran = await desk.run(['ciphers', 'HIGH:MEDIUM', '--openssl', '0.9.8', '--against', 'ALL', '--json']);
    const document = await accepted('ciphers', ran);
    expect({ code: ran.code, ...document }).toMatchObject({
      code: 1,
      input: 'HIGH:MEDIUM',
      admittedBy: ['HIGH', 'MEDIUM'],
      openssl: '0.9.8',
      repaired: 'HIGH:MEDIUM:-aNULL',
      negotiation: {
        before: { clientOrder: 'ADH-CAMELLIA256-SHA' },
        after: { clientOrder: 'DHE-RSA-CAMELLIA256-SHA' },
      },
      error: null,
    });
  });

  it('says in plain lines what the repair changes for both ends, and where another OpenSSL differs', async () => {
    const args = ['--openssl', '0.9.8', '--against', 'HIGH', '--against-openssl', '1.0.2', '--key', 'RSA'];
    const ran = await desk.run(['ciphers', 'ADH-AES256-SHA, AES256-SHA', ...args]);
    expect({ code: ran.code, lines: ran.stdout.split('\n').slice(0, 12) }).toEqual({
      code: 1,
      lines: [
        '2 suites with OpenSSL 0.9.8, in order:',
        '  ADH-AES256-SHA  anonymous',
        '  AES256-SHA',
        '',
        'Anonymous suites come in by ADH-AES256-SHA. Repaired: ADH-AES256-SHA:AES256-SHA:-aNULL',
        '',
        'On paper, with a responder whose OpenSSL is 1.0.2 (key of its certificate: RSA):',
        'Now: ADH-AES256-SHA (initiator’s order), ADH-AES256-SHA (responder’s order)',
        'Repaired: AES256-SHA (initiator’s order), AES256-SHA (responder’s order)',
        'In common and lost by the repair, all anonymous (1): ADH-AES256-SHA',
        'Left in common after the repair: 1',
        '',
      ],
    });
    expect(ran.stdout).toContain('  1.1.1: no anonymous suite (1 in all)');
  });

  it('a mistake in either list ends with exit 2', async () => {
    const ran = await desk.run(['ciphers', 'AES256-SHA', '--against', 'HIGH:@NOSUCH']);
    expect([ran.code, ran.stderr]).toEqual([2, expect.stringContaining('@NOSUCH (character 6)')]);
  });

  it('a list that needs no repair ends with exit 0, a word that no OpenSSL knows with exit 2 and its place', async () => {
    const fine = await desk.run(['ciphers', 'HIGH:MEDIUM:-aNULL', '--json']);
    expect([fine.code, json(fine).anonymous, json(fine).repaired]).toEqual([0, [], null]);
    const odd = await desk.run(['ciphers', 'HIGH:NOSUCH', '--json']);
    expect([odd.code, json(odd).error]).toEqual([
      2,
      { at: 5, token: 'NOSUCH', text: 'no OpenSSL knows the word NOSUCH; the rest of the list counts' },
    ]);
  });
});

describe('tls', () => {
  it('names failures by their code and stage; where nobody answers the question stays open', async () => {
    const http = await listenAs(replies('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const plain = await listenAs(replies('220 sma1 ESMTP\r\n', '250-sma1\r\n250 8BITMIME\r\n', '221 bye\r\n'));
    const answers = [];
    for (const port of [http.port, plain.port, 1]) {
      const ran = await desk.run(['tls', `127.0.0.1:${port}`, '--json']);
      const { failure, starttls } = await accepted('tls', ran);
      answers.push([ran.code, failure.code, failure.stage, starttls]);
    }
    await Promise.all([http.close(), plain.close()]);
    expect(answers).toEqual([
      [1, 'not-smtp', 'greeting', null],
      [1, 'starttls-missing', 'ehlo', false],
      [3, 'connect-refused', 'connect', null],
    ]);
  });

  it('a target or an offer that is none ends with exit 2', async () => {
    for (const args of [
      ['sma1'],
      ['sma1:0'],
      ['sma1:70000'],
      ['sma1:25', '--offer', 'NOSUCH'],
      ['sma1:25', '--limit', '0'],
    ]) {
      const ran = await desk.run(['tls', ...args, '--json']);
      expect({ args, code: ran.code, lines: linesOf(ran.stderr).length }).toEqual({ args, code: 2, lines: 1 });
    }
  });

  it('the lab’s listener picks the anonymous suite for a list that puts it first', async () => {
    const lab = await startPractice(desk, 'tls-anonymous-cipher');
    const sma = lab.profile.slice(lab.profile.indexOf('name: sma1'));
    const [, address = ''] = /address: (\S+)/.exec(sma) ?? [];
    const usual = await desk.run(['tls', `${address}:7025`, '--json']);
    const forced = await desk.run(['tls', `${address}:7025`, '--offer', 'ADH-AES256-SHA:AES256-SHA', '--json']);
    await lab.interrupt();
    expect([usual.code, json(usual).negotiated.anonymous, json(usual).anonymousAcceptedIfForced]).toEqual([
      0,
      false,
      true,
    ]);
    expect([forced.code, json(forced).negotiated]).toEqual([
      1,
      { protocol: 'TLSv1', cipher: 'ADH-AES256-SHA', anonymous: true },
    ]);
  });

  describe.skipIf(skipWithoutPostfix())('of a Postfix', () => {
    it('without a certificate agrees on anonymous suites only; with one on its certificate', async () => {
      const { certificateFile, keyFile } = makeCertificate(desk.folder, 'sma1.example.com');
      const bare = await startPostfix({ certificate: null });
      const whole = await startPostfix({ certificate: { certificateFile, keyFile } });
      const first = await desk.run(['tls', `127.0.0.1:${bare.port}`, '--json']);
      const second = await desk.run(['tls', `127.0.0.1:${whole.port}`, '--json']);
      await Promise.all([bare.stop(), whole.stop()]);
      expect([first.code, json(first).negotiated.anonymous, json(first).certificate]).toEqual([1, true, null]);
      expect([second.code, json(second).negotiated.anonymous, json(second).anonymousAcceptedIfForced]).toEqual([
        0,
        false,
        true,
      ]);
      expect(json(second).certificate.subject).toContain('sma1.example.com');
    });
  });
});

describe('causes', () => {
  it('lists the catalogue and explains each of its codes', async () => {
    const all = (await accepted('causes', await desk.run(['causes', '--json']))).causes;
    expect(all.length).toBeGreaterThan(10);
    for (const one of all)
      expect(Object.keys(one)).toEqual(
        expect.arrayContaining('code title directions explanation signs remedy references'.split(' ')),
      );
    const one = await accepted('cause', await desk.run(['causes', 'tls-anonymous-cipher', '--json']));
    expect(one).toMatchObject({
      code: 'tls-anonymous-cipher',
      references: expect.arrayContaining(['TechNote 200068']),
    });
  });
});

describe('lab', () => {
  beforeAll(() => mkdirSync(desk.path('materials'), { recursive: true }));

  it('lists its scenarios, a word on each line', async () => {
    expect(linesOf((await desk.run(['lab', '--list'])).stdout)).toEqual(scenarios.map((one) => one.name));
    await accepted('scenarios', await desk.run(['lab', '--list', '--json']));
  });

  // Every scenario is diagnosed from its files in tests/rooms/run; here the door is tried with some of them.
  it.each(['healthy', 'tls-anonymous-cipher', 'cluster-interface-missing', 'quarantine-disk-full', 'message-bounced'])(
    'the materials of %s lead to the same cause, with quotes that stand in the files',
    async (scenario) => {
      const folder = desk.path('materials', scenario);
      const made = await desk.run(['lab', '--scenario', scenario, '--materials', folder]);
      expect([made.code, made.stdout]).toEqual([0, `${folder}/site.yaml\n`]);
      const ran = await desk.run(['diagnose', `${folder}/site.yaml`, '--json', '--case', `case-${scenario}`]);
      const document = json(ran);
      expect([ran.code, document.primary]).toEqual(scenario === 'healthy' ? [0, []] : [1, [scenario]]);
      expect(document.footprint).toEqual([]);
      expect(unfoundQuotes(document, desk.path(`case-${scenario}`), folder)).toEqual([]);
    },
  );

  it('prints a site of as many ESAs as wanted and ends when it is interrupted', async () => {
    const lab = await startPractice(desk, 'healthy', ['--esas', '3']);
    expect(lab.profile.match(/role: esa/g)).toHaveLength(3);
    expect(await lab.interrupt()).toBe(0);
  });

  it.each([
    [['--scenario', 'nosuch'], /^nosuch: no such scenario in the practice lab; there are: /],
    [['--esas', '21'], /21/],
    [['--materials', '/proc/nowhere'], /^\/proc\/nowhere.*the folder does not exist/],
  ])('%j ends with exit 2 and one line', async (args, said) => {
    const ran = await desk.run(['lab', ...args]);
    expect({ code: ran.code, stdout: ran.stdout, lines: linesOf(ran.stderr) }).toEqual({
      code: 2,
      stdout: '',
      lines: [expect.stringMatching(said)],
    });
  });
});
