import { describe, expect, test } from 'vitest';
import { checks } from '../../../main/core/checks';
import { fixtureText, misquoted, readSample, TARGET } from '../../support/fixture';

const short = (command: string, sample: string) => {
  const { outcome, reason, data, lines } = readSample(command, sample);
  return { outcome, reason, data, lines: lines.map((one) => `${one.line}: ${one.text.trim()}`) };
};

describe('system-status', () => {
  test('Offline is a fault seen', () => {
    expect(short('status', 'status-offline')).toMatchObject({
      outcome: 'failed',
      reason: 'fault-seen',
      data: { system: 'offline', activeRecipients: 0 },
      lines: ['8: System status:                 Offline'],
    });
  });

  test('Online passes, with the age of the oldest message', () => {
    expect(short('status', 'status-detail-online')).toMatchObject({
      outcome: 'passed',
      reason: null,
      data: { system: 'online', activeRecipients: 134, oldestMessage: '2 hours 14 mins 3 secs' },
      lines: ['6: System status:                 Online'],
    });
  });

  test('an error of the command line is no answer', () => {
    expect(short('status', 'errors')).toEqual({
      outcome: 'could-not-tell',
      reason: 'command-unknown',
      data: null,
      lines: [],
    });
  });
});

describe('queue', () => {
  test('what waits for the SMA is a fault seen, its row is quoted', () => {
    const { data, ...rest } = short('tophosts', 'tophosts-esa-cpq-down');
    expect(rest).toEqual({
      outcome: 'failed',
      reason: 'fault-seen',
      lines: ['18: 1*  the.cpq.host                  131      0          3      3,166          0'],
    });
    expect(data).toMatchObject({
      hosts: [{ host: 'the.cpq.host', down: true, activeRecipients: 131, softBounced: 3166 }, {}, {}, {}, {}],
    });
  });

  test('releases of an SMA', () => {
    expect(short('tophosts', 'tophosts-sma-release')).toMatchObject({
      outcome: 'failed',
      data: { hosts: [{ host: 'the.cpq.release.host', down: false, activeRecipients: 7 }, {}] },
      lines: ['18: 1   the.cpq.release.host            7      0        412         84          0'],
    });
  });

  test('nothing waits', () => {
    expect(short('tophosts', 'tophosts-esa-healthy-by-delivered')).toMatchObject({
      outcome: 'passed',
      reason: null,
      lines: ['19: 2   the.cpq.host                    0      0      1,204          0          0'],
    });
  });

  test('a row wrapped by the terminal keeps its own line', () => {
    expect(short('tophosts', 'tophosts-wrapped')).toMatchObject({
      outcome: 'failed',
      lines: ['20: 1*  the.cpq.host                  131      0          3      3,166'],
    });
  });

  test('other pseudo queues are not the quarantine’s', () => {
    expect(short('tophosts', 'tophosts-batch-four-numbers')).toMatchObject({ outcome: 'passed', lines: [] });
  });

  test('the wrong mode of a cluster is no answer', () => {
    expect(short('tophosts', 'tophosts-wrong-mode')).toMatchObject({ outcome: 'could-not-tell', data: null });
  });
});

describe('interfaces', () => {
  test('each with its line', () => {
    const { data, lines } = short('interfaceconfig', 'interfaceconfig-esa1');
    expect(
      (data as { interfaces: { name: string; address: string }[] }).interfaces.map((one) => [one.name, one.address]),
    ).toEqual([
      ['Data 1', '192.0.2.11'],
      ['Management', '192.0.2.10'],
      ['PVO', '192.0.2.12'],
    ]);
    expect(lines).toEqual([
      '4: 1. Data 1 (192.0.2.11/24 on Data1: mail.example.com)',
      '5: 2. Management (192.0.2.10/24 on Management: esa1.example.com)',
      '6: 3. PVO (192.0.2.12/24, 2001:db8::12/64 on Data1: esa1-pvo.example.com)',
    ]);
  });
});

describe('cipher-verify', () => {
  test('the list, the suite that stands first and the first anonymous one are quoted', () => {
    const { data, ...rest } = short('sslconfig-verify', 'sslconfig-verify');
    expect(rest).toEqual({
      outcome: 'passed',
      reason: null,
      lines: ['4: []> HIGH:MEDIUM', '6: ADH-CAMELLIA256-SHA     SSLv3 Kx=DH       Au=None Enc=Camellia(256) Mac=SHA1'],
    });
    expect(data).toMatchObject({ verifiedList: 'HIGH:MEDIUM' });
  });

  test('a menu without VERIFY could not tell', () => {
    expect(short('sslconfig-verify', 'sslconfig-sma-versions')).toEqual({
      outcome: 'could-not-tell',
      reason: 'not-understood',
      data: null,
      lines: [],
    });
  });
});

describe('cipher-lists', () => {
  test('a list on one line', () => {
    expect(short('sslconfig', 'sslconfig-8')).toMatchObject({
      outcome: 'passed',
      data: { outbound: { method: 'sslv3tlsv1', ciphers: 'RC4-SHA:RC4-MD5:ALL' } },
      lines: [
        '8: Outbound SMTP method:  sslv3tlsv1',
        '9: Outbound SMTP ciphers: RC4-SHA:RC4-MD5:ALL',
        '7: Inbound SMTP ciphers: RC4-SHA:RC4-MD5:ALL',
      ],
    });
  });

  test('a list of one token a line, quoted with its tokens', () => {
    expect(short('sslconfig', 'sslconfig-9.5')).toMatchObject({
      data: {
        outbound: { ciphers: 'RC4-SHA:RC4-MD5:ALL' },
        inbound: { ciphers: 'MEDIUM:HIGH:-SSLv2:-aNULL:@STRENGTH' },
      },
      lines: [
        '18: Outbound SMTP method:  tlsv1/tlsv1.2',
        '19: Outbound SMTP ciphers:',
        '20: RC4-SHA',
        '21: RC4-MD5',
        '22: ALL',
        '12: Inbound SMTP ciphers:',
        '13: MEDIUM',
        '14: HIGH',
        '15: -SSLv2',
        '16: -aNULL',
        '17: @STRENGTH',
      ],
    });
  });

  test.each(['sslconfig-sma-versions', 'sslconfig-cluster-notice'])(
    '%s shows no lists: it could not tell',
    (sample) => {
      expect(short('sslconfig', sample)).toMatchObject({
        outcome: 'could-not-tell',
        reason: 'not-understood',
        data: { inbound: null, outbound: null },
        lines: [],
      });
    },
  );
});

describe('version', () => {
  test('product, release and role', () => {
    expect(short('version', 'version-sma15')).toMatchObject({
      outcome: 'passed',
      data: { product: 'Cisco M600V Secure Email and Web Manager', version: '15.0.0-416', role: 'sma' },
      lines: ['7: Version: 15.0.0-416'],
    });
  });
});

describe('cluster-members', () => {
  test('groups and machines', () => {
    const { data, lines } = short('clusterconfig-list', 'clusterconfig-list');
    const { cluster, groups } = data as {
      cluster: string;
      groups: { name: string; machines: { name: string; connected: boolean }[] }[];
    };
    expect([
      cluster,
      groups.map((one) => [one.name, one.machines.map(({ name, connected }) => [name, connected])]),
    ]).toEqual([
      'Main_Cluster',
      [
        [
          'Main_Group',
          [
            ['esa1.example.com', true],
            ['esa2.example.com', true],
          ],
        ],
        ['Branch Office', [['esa3.example.com', false]]],
      ],
    ]);
    expect(lines).toEqual([
      '3: Cluster Main_Cluster',
      '6: Machine esa1.example.com (Serial #: 000C29AAAAAA-AAAAAAA)',
      '7: Machine esa2.example.com (Serial #: 000C29BBBBBB-BBBBBBB)',
      '9: Machine esa3.example.com (Serial #: 000C29CCCCCC-CCCCCCC) [Disconnected]',
    ]);
  });

  test('a standalone appliance has none', () => {
    expect(short('clusterconfig-list', 'clusterconfig-standalone')).toMatchObject({
      outcome: 'passed',
      data: { cluster: null, groups: [] },
    });
  });
});

describe('managed-appliances', () => {
  test('the ESAs of an SMA', () => {
    const { data, lines } = short('applianceconfig', 'applianceconfig-list');
    expect((data as { appliances: object[] }).appliances).toMatchObject([
      { name: 'esa1', address: '192.0.2.10', authenticated: true },
      { name: 'esa2', address: '192.0.2.30', authenticated: false },
    ]);
    expect(lines.map((one) => one.slice(0, 7))).toEqual(['4: esa1', '5: esa2']);
  });
});

describe('listening', () => {
  test('heading and the sockets that listen, no others', () => {
    expect(short('netstat', 'netstat-sockets-sma')).toMatchObject({
      outcome: 'passed',
      data: { listening: [{ address: '192.0.2.20', port: 7025 }] },
      lines: [
        '22: Proto Recv-Q Send-Q Local Address          Foreign Address        (state)',
        '23: tcp4       0      0 192.0.2.20.7025        *.*                    LISTEN',
      ],
    });
  });
});

describe('reach', () => {
  test('a greeting', () => {
    expect(short('telnet', 'telnet-ok')).toEqual({
      outcome: 'passed',
      reason: null,
      data: {
        interface: 'Management',
        host: '192.0.2.20',
        port: 7025,
        outcome: 'connected',
        banner: '220 sma1.example.com ESMTP',
      },
      lines: ['18: 220 sma1.example.com ESMTP', '16: Connected to sma1.example.com.'],
    });
  });

  test('a reset', () => {
    expect(short('telnet', 'telnet-refused')).toMatchObject({
      outcome: 'failed',
      reason: 'refused',
      lines: ['16: telnet: connect to address 192.0.2.20: Connection refused'],
    });
  });

  test('silence', () => {
    expect(short('telnet', 'telnet-timeout')).toMatchObject({
      outcome: 'failed',
      reason: 'timed-out',
      lines: ['16: telnet: connect to address 192.0.2.20: Operation timed out'],
    });
  });
});

const SAMPLES = [
  ['status', 'status-offline'],
  ['status', 'status-detail-online'],
  ['tophosts', 'tophosts-esa-cpq-down'],
  ['tophosts', 'tophosts-wrapped'],
  ['interfaceconfig', 'interfaceconfig-esa1'],
  ['interfaceconfig', 'interfaceconfig-esa2-missing-pvo'],
  ['sslconfig', 'sslconfig-8'],
  ['sslconfig', 'sslconfig-9.5'],
  ['sslconfig', 'sslconfig-9.5-flattened'],
  ['sslconfig', 'sslconfig-cluster-mode'],
  ['version', 'version-sma15'],
  ['clusterconfig-list', 'clusterconfig-list'],
  ['applianceconfig', 'applianceconfig-list'],
  ['netstat', 'netstat-sockets-sma'],
  ['telnet', 'telnet-ok'],
  ['telnet', 'telnet-refused'],
] as const;

test.each(SAMPLES)('%s: each line of %s is quoted with its own number', (command, sample) => {
  const seen = readSample(command, sample);
  expect(seen.lines.length).toBeGreaterThan(0);
  expect(misquoted(`cli/${sample}.txt`, seen)).toEqual([]);
});

describe('every check that a command answers', () => {
  const byCommand = checks.filter((one) => one.by === 'command');

  test.each(byCommand.map((one) => ({ id: one.id, check: one })))('$id says why it cannot tell', ({ check }) => {
    const why = (code: string) =>
      check.read(
        {
          kind: 'command',
          report: {
            schema: 'cpq-doctor/parse/1',
            command: check.command ?? '',
            appliance: null,
            data: null,
            unrecognised: [],
            error: { code, text: '' },
          },
          text: '',
          problem: null,
        },
        TARGET,
      );
    expect(['command-unknown', 'not-permitted', 'cut-off', 'wrong-mode'].map((code) => why(code).reason)).toEqual([
      'command-unknown',
      'not-permitted',
      'cut-off',
      'not-understood',
    ]);
    expect(check.read({ kind: 'broken', reason: 'timed-out', detail: '' }, TARGET)).toEqual({
      outcome: 'could-not-tell',
      reason: 'timed-out',
      data: null,
      lines: [],
    });
  });

  test('an address that begins like another’s is not quoted for it', () => {
    const check = checks.find((one) => one.id === 'managed-appliances');
    const text = ['esa9 192.0.2.10 esa Yes', 'esa1 192.0.2.1 esa Yes'].join('\n');
    const data = { appliances: [{ name: 'esa1', address: '192.0.2.1', authenticated: true }] };
    const report = {
      schema: 'cpq-doctor/parse/1' as const,
      command: 'x',
      appliance: null,
      data,
      unrecognised: [],
      error: null,
    };
    expect(check?.read({ kind: 'command', report, text, problem: null }, TARGET).lines.map((one) => one.line)).toEqual([
      2,
    ]);
  });
});

test('the samples are there', () => {
  expect(fixtureText('cli/version-sma15.txt')).toContain('15.0.0-416');
});
