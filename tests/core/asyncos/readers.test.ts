import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import { cliSample, flattened, withCarriageReturns, wrappedAt80 } from './sample';

const read = (name: string, text: string) => {
  const { data, unrecognised, error } = readCommand(name, text);
  return { data, unrecognised, error };
};
const clean = (data: unknown) => ({ data, unrecognised: [], error: null });

describe('interfaceconfig', () => {
  const one = (name: string, address: string, port: string, hostname: string, more: object[] = []) => ({
    name,
    address,
    prefix: 24,
    port,
    hostname,
    addresses: [{ address, prefix: 24 }, ...more],
  });
  const esa1 = {
    interfaces: [
      one('Data 1', '192.0.2.11', 'Data1', 'mail.example.com'),
      one('Management', '192.0.2.10', 'Management', 'esa1.example.com'),
      one('PVO', '192.0.2.12', 'Data1', 'esa1-pvo.example.com', [{ address: '2001:db8::12', prefix: 64 }]),
    ],
  };

  it.each([
    ['as captured', (text: string) => text],
    ['with carriage returns', withCarriageReturns],
    ['flattened', flattened],
    ['wrapped at 80 columns', wrappedAt80],
  ])('reads names with blanks, both addresses and ports, %s', (_name, change) => {
    expect(read('interfaceconfig', change(cliSample('interfaceconfig-esa1.txt')))).toEqual(clean(esa1));
  });

  it('keeps the case of a name', () => {
    const { data } = read('interfaceconfig', cliSample('interfaceconfig-esa2-missing-pvo.txt'));
    const names = (data as { interfaces: { name: string }[] }).interfaces.map((entry) => entry.name);
    expect(names).toEqual(['Data 1', 'Management', 'Pvo']);
  });

  it('joins an item that the width broke in the middle of a name', () => {
    const item = `1. Quarantine interface of the branch office (192.0.2.12/24 on Data1: esa1-pvo.branch.example.com)`;
    const text = `Currently configured interfaces:\n${item.slice(0, 80)}\n${item.slice(80)}\n`;
    const data = one('Quarantine interface of the branch office', '192.0.2.12', 'Data1', 'esa1-pvo.branch.example.com');
    expect(read('interfaceconfig', text)).toEqual(clean({ interfaces: [data] }));
  });
});

describe('listenerconfig', () => {
  it('reads the visible listeners; cpq_listener is never among them', () => {
    const listener = (name: string, bound: string, addresses: string[], port: number, kind: string) => ({
      name,
      interface: bound,
      addresses,
      protocol: 'SMTP',
      port,
      kind,
    });
    const listeners = [
      listener('IncomingMail', 'Data 1', ['192.0.2.11'], 25, 'public'),
      listener('OutgoingMail', 'Management', ['192.0.2.10', '2001:db8::10'], 25, 'private'),
      listener('Sink', 'Data 1', ['192.0.2.11'], 2525, 'blackhole'),
    ];
    expect(read('listenerconfig', cliSample('listenerconfig-esa.txt'))).toEqual(clean({ listeners }));
  });
});

describe('logconfig', () => {
  it('reads the subscriptions and offers every text mail log but error_logs', () => {
    const { data, unrecognised } = read('logconfig', cliSample('logconfig-esa.txt'));
    expect(data).toMatchObject({ mailLogs: ['mail_logs', 'mail_push'] });
    expect((data as { logs: object[] }).logs.at(-1)).toEqual({
      name: 'mail_push',
      type: 'IronPort Text Mail Logs',
      retrieval: 'SCP Push - Host logs.example.com',
      interval: 'None',
    });
    expect(unrecognised).toEqual([]);
  });

  it('reads the same with single blanks', () => {
    const text = cliSample('logconfig-esa.txt');
    expect(read('logconfig', flattened(text))).toEqual(read('logconfig', text));
  });
});

describe('clusterconfig', () => {
  const machine = (name: string, serial: string, connected = true) => ({ name, connected, serial });
  const list = {
    cluster: 'Main_Cluster',
    groups: [
      {
        name: 'Main_Group',
        machines: [
          machine('esa1.example.com', '000C29AAAAAA-AAAAAAA'),
          machine('esa2.example.com', '000C29BBBBBB-BBBBBBB'),
        ],
      },
      { name: 'Branch Office', machines: [machine('esa3.example.com', '000C29CCCCCC-CCCCCCC', false)] },
    ],
    connections: [],
    standalone: false,
  };

  it('reads groups with blanks and a disconnected member', () => {
    expect(read('clusterconfig', cliSample('clusterconfig-list.txt'))).toEqual(clean(list));
    expect(read('clusterconfig-list', flattened(cliSample('clusterconfig-list.txt')))).toEqual(clean(list));
  });

  it('reads the connections between members, and gives no empty list of members for them', () => {
    const connections = [
      { from: 'esa1.example.com', to: 'esa2.example.com', connected: true, text: 'connected' },
      { from: 'esa1.example.com', to: 'esa3.example.com', connected: false, text: 'disconnected (Connection refused)' },
    ];
    const expected = clean({ cluster: 'Main_Cluster', connections, standalone: false });
    expect(read('clusterconfig-connstatus', cliSample('clusterconfig-connstatus.txt'))).toEqual(expected);
  });

  it('knows a standalone appliance by the question it asks', () => {
    const expected = clean({ cluster: null, groups: [], connections: [], standalone: true });
    expect(read('clusterconfig', cliSample('clusterconfig-standalone.txt'))).toEqual(expected);
  });
});

describe('netstat', () => {
  it('reads who listens, with FreeBSD dots before the ports', () => {
    const end = (address: string, port: number) => ({ address, port });
    const expected = clean({
      listening: [end('192.0.2.20', 7025)],
      established: [
        { local: end('192.0.2.20', 7025), remote: end('192.0.2.12', 41822), state: 'ESTABLISHED' },
        { local: end('192.0.2.20', 22), remote: end('192.0.2.200', 50022), state: 'ESTABLISHED' },
      ],
    });
    expect(read('netstat', cliSample('netstat-sockets-sma.txt'))).toEqual(expected);
    expect(read('netstat', flattened(cliSample('netstat-sockets-sma.txt')))).toEqual(expected);
  });

  it('reads IPv6 and wildcard listeners, and the listen queues', () => {
    const text = [
      'Proto Recv-Q Send-Q Local Address          Foreign Address        (state)',
      'tcp6       0      0 2001:db8::20.7025      *.*                    LISTEN',
      'tcp46      0      0 *.smtp                 *.*                    LISTEN',
      'Current listen queue sizes (qlen/incqlen/maxqlen)',
      'Proto Listen         Local Address',
      'tcp4  0/0/50         192.0.2.20.7025',
    ].join('\n');
    const listening = [
      { address: '2001:db8::20', port: 7025 },
      { address: '*', port: 25 },
      { address: '192.0.2.20', port: 7025 },
    ];
    expect(read('netstat', text)).toEqual(clean({ listening, established: [] }));
  });

  it('takes an empty table for an answer', () => {
    const text = 'Proto Recv-Q Send-Q Local Address          Foreign Address        (state)\n';
    expect(read('netstat', text)).toEqual(clean({ listening: [], established: [] }));
  });
});

describe('tlsverify', () => {
  const sample = cliSample('tlsverify-cpq.txt');
  const verification = (rest: object) => ({
    domain: 'sma1.example.com',
    host: '192.0.2.20',
    port: 7025,
    outcome: 'connected',
    protocol: null,
    cipher: null,
    verified: null,
    ...rest,
  });

  it('reads what was agreed on, and that no certificate came', () => {
    const expected = verification({ protocol: 'TLSv1.2', cipher: 'ADH-AES256-GCM-SHA384', verified: false });
    expect(read('tlsverify', sample)).toEqual(clean(expected));
    expect(read('tlsverify', flattened(sample))).toEqual(clean(expected));
  });

  it.each([
    ['Connection refused', 'refused'],
    ['Operation timed out', 'timed-out'],
    ['No route to host', 'unreachable'],
  ])('takes "%s" for %s', (why, outcome) => {
    const text = sample.replace(/Connected to[\s\S]*failed\.\n/, `Connection to 192.0.2.20 failed: ${why}.\n`);
    expect(read('tlsverify', text)).toEqual(clean(verification({ outcome })));
  });

  it('says nothing where the end of the connect is not said', () => {
    expect(read('tlsverify', sample.replace(/Connected to[\s\S]*/, '')).data).toBe(null);
  });
});

describe('telnet', () => {
  const attempt = (outcome: string, banner: string | null = null) => ({
    interface: 'Management',
    host: '192.0.2.20',
    port: 7025,
    outcome,
    banner,
  });
  const refused = cliSample('telnet-refused.txt');

  it.each([
    ['telnet-ok.txt', attempt('connected', '220 sma1.example.com ESMTP')],
    ['telnet-refused.txt', attempt('refused')],
    ['telnet-timeout.txt', attempt('timed-out')],
  ])('reads %s', (name, expected) => {
    expect(read('telnet', cliSample(name))).toEqual(clean(expected));
    expect(read('telnet', flattened(cliSample(name)))).toEqual(clean(expected));
  });

  it.each([
    ['telnet: connect to address 192.0.2.20: No route to host', 'unreachable'],
    ['telnet: connect to address 192.0.2.20: Network is unreachable', 'unreachable'],
    ['sma9.example.com: hostname nor servname provided, or not known', 'name-unknown'],
  ])('takes "%s" for %s', (line, outcome) => {
    const text = refused.replace('telnet: connect to address 192.0.2.20: Connection refused', line);
    expect(read('telnet', text).data).toEqual(attempt(outcome));
  });

  it('takes the address that answered when the first one did not', () => {
    const text = refused.replace(
      'telnet: Unable to connect',
      "Trying 192.0.2.21...\nConnected to sma1.\nEscape character is '^]'.\n220 hi\ntelnet: Unable to connect",
    );
    expect(read('telnet', text).data).toMatchObject({ outcome: 'connected', banner: '220 hi' });
  });

  it('takes silence that somebody ended for a time-out, and a cut capture for nothing', () => {
    const silent = refused.slice(0, refused.indexOf('telnet: connect'));
    expect(read('telnet', `${silent}^C\nesa1.example.com> `).data).toEqual(attempt('timed-out'));
    expect(read('telnet', silent)).toMatchObject({ data: null, error: { code: 'cut-off' } });
  });

  it('keeps a greeting that is none of SMTP, and says null for silence after the connection', () => {
    const ok = cliSample('telnet-ok.txt');
    expect(read('telnet', ok.replace('220 sma1.example.com ESMTP', 'SSH-2.0-OpenSSH_9')).data).toEqual(
      attempt('connected', 'SSH-2.0-OpenSSH_9'),
    );
    expect(read('telnet', ok.replace(/220 sma1[\s\S]*221 sma1.example.com\n/, '')).data).toEqual(attempt('connected'));
  });

  it('reads the one-line form, whose interface nobody named', () => {
    const text =
      'esa1.example.com> telnet 192.0.2.20 7025\nTrying 192.0.2.20...\ntelnet: connect to address 192.0.2.20: Connection refused\n';
    expect(read('telnet', text).data).toEqual({ ...attempt('refused'), interface: null });
  });

  it('takes Auto where the default was taken', () => {
    expect(read('telnet', refused.replace('[1]> 3', '[1]> ')).data).toMatchObject({ interface: 'Auto' });
  });
});

describe('grep', () => {
  it('reads the lines with their numbers, and what was searched', () => {
    expect(read('grep', cliSample('grep-batch-cpq.txt'))).toEqual(
      clean({
        expression: 'port 7025',
        log: 'mail_logs',
        none: false,
        lines: [17550, 17551].map((dcid, index) => ({
          line: index + 2,
          text: `Mon Mar  2 15:1${index * 2}:02 2026 Info: New SMTP DCID ${dcid} interface 192.0.2.12 address 192.0.2.20 port 7025`,
        })),
      }),
    );
  });

  it('joins log lines that the width broke', () => {
    const { data } = read('grep', wrappedAt80(cliSample('grep-batch-cpq.txt')));
    const lines = (data as { lines: { text: string }[] }).lines.map((one) => one.text);
    expect(lines).toEqual(cliSample('grep-batch-cpq.txt').split('\n').slice(1, 3));
  });

  it('takes no match for an answer, not for an error', () => {
    const expected = clean({ expression: 'CPQ ICID', log: 'mail_logs', none: true, lines: [] });
    expect(read('grep', cliSample('grep-none.txt'))).toEqual(expected);
  });

  it("takes a fault inside a log line for a line, and the tool's own for an error", () => {
    const line = 'Mon Mar  2 15:10:02 2026 Critical: An application fault occurred: Traceback (most recent call last)';
    expect(read('grep', `${line}\n`).error).toBeNull();
    expect(read('grep', 'esa1.example.com> grep -e "x" mail_logs\nUnable to grep\n').error?.code).toBe('search-failed');
  });
});

describe('applianceconfig', () => {
  it('reads which ESA is authenticated', () => {
    const appliances = [
      { name: 'esa1', address: '192.0.2.10', type: 'esa', authenticated: true },
      { name: 'esa2', address: '192.0.2.30', type: 'esa', authenticated: false },
    ];
    const expected = clean({ appliances, services: [] });
    expect(read('applianceconfig', cliSample('applianceconfig-list.txt'))).toEqual(expected);
    expect(read('applianceconfig', flattened(cliSample('applianceconfig-list.txt')))).toEqual(expected);
  });

  it('reads the services of STATUS', () => {
    const service = (name: string, enabled: boolean) => ({ name, enabled });
    const services = [
      service('Centralized Email Reporting', true),
      service('Centralized Email Message Tracking', true),
      service('Centralized Policy Quarantine', true),
      service('Spam Quarantine', false),
    ];
    expect(read('applianceconfig', cliSample('applianceconfig-status.txt'))).toEqual(
      clean({ appliances: [], services }),
    );
  });
});

describe('showrecipients', () => {
  it('reads two-line rows and keeps an encoded subject as it is', () => {
    const recipients = [
      { mid: 99410, bytes: 1230, sender: 'alice@example.com', subject: 'Invoice 4711', recipient: 'bob@example.net' },
      {
        mid: 99411,
        bytes: 48211,
        sender: 'carol@example.org',
        subject: '=?utf-8?B?w4l0w6k=?=',
        recipient: 'dave@example.net',
      },
    ].map((one) => ({ ...one, rid: 0, attempts: 12 }));
    expect(read('showrecipients', cliSample('showrecipients-cpq.txt'))).toEqual(clean({ recipients, total: 2 }));
  });

  it('keeps the first of a long list and counts the rest', () => {
    const rows = Array.from({ length: 2000 }, (_, mid) => `${mid} 10 a@example.com Hi\n[0] [1] b@example.net`).join(
      '\n',
    );
    const { data } = read('showrecipients', `MID/ Bytes/ Sender/ Subject\n[RID] [Atmps] Recipient\n${rows}\n`);
    expect(data).toMatchObject({ total: 2000, recipients: { length: 500 } });
  });
});

describe('displayalerts', () => {
  it('knows the empty list', () => {
    expect(read('displayalerts', cliSample('displayalerts-empty.txt'))).toEqual(clean({ empty: true, alerts: [] }));
  });

  it('keeps wrapped descriptions with their time', () => {
    const text = [
      'Date and Time Stamp           Description',
      '---------------------------------------------',
      '10 Mar 2015 11:33:36 (GMT)    The updater could not validate the',
      '                              server certificate.',
      '02 Mar 2026 15:17:32 +0100    An application fault occurred',
    ].join('\n');
    const alerts = [
      { at: '2015-03-10T11:33:36Z', text: 'The updater could not validate the server certificate.' },
      { at: '2026-03-02T15:17:32+01:00', text: 'An application fault occurred' },
    ];
    expect(read('displayalerts', text)).toEqual(clean({ empty: false, alerts }));
  });
});
