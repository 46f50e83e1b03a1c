import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import { cliSample, flattened, withCarriageReturns } from './sample';

const pick = (name: string, text: string) => {
  const { command, appliance, data, unrecognised, error } = readCommand(name, text);
  return { command, appliance, data, unrecognised, error };
};

describe('status', () => {
  const online = {
    asOf: '2026-03-02T15:17:32Z',
    upSince: '2026-03-01T22:41:14Z',
    system: 'online',
    systemText: 'Online',
    activeRecipients: 134,
    workQueue: 0,
    oldestMessage: '2 hours 14 mins 3 secs',
  };

  it('reads status detail: state, gauges, counters, features', () => {
    const read = pick('status-detail', cliSample('status-detail-online.txt'));
    expect(read).toMatchObject({ command: 'status', appliance: 'esa1.example.com', unrecognised: [], error: null });
    expect(read.data).toMatchObject({
      ...online,
      counters: {
        'Soft Bounced Events': [3166, 131, 3166],
        '5XX Hard Bounces': [12, 0, 12],
        'Delivery Conn. ID (DCID)': [17550],
      },
      gauges: {
        'RAM Utilization': '5%',
        'Logging Disk Available': '18G',
        'Resource Conservation': 0,
        'Kilobytes Free': 8386635,
        'Messages In Quarantine / Policy, Virus and Outbreak': 0,
      },
    });
  });

  it('does not take rates for counters', () => {
    const { data } = pick('status', cliSample('status-detail-online.txt'));
    expect(data).toMatchObject({ counters: { 'Messages Received': [62049, 290, 62049] } });
  });

  it.each([
    ['with carriage returns', withCarriageReturns],
    ['flattened', flattened],
  ])('reads the same %s', (_name, change) => {
    const read = pick('status', change(cliSample('status-detail-online.txt')));
    expect([read.data, read.unrecognised]).toEqual([pick('status', cliSample('status-detail-online.txt')).data, []]);
  });

  it('reads the offline state of TechNote 118026', () => {
    const read = pick('status', cliSample('status-offline.txt'));
    expect(read.data).toMatchObject({
      system: 'offline',
      systemText: 'Offline',
      oldestMessage: null,
      activeRecipients: 0,
    });
  });

  it.each([
    ['Online', 'online'],
    ['OFFLINE', 'offline'],
    ['Receiving Suspended', 'receiving-suspended'],
    ['delivery suspended', 'delivery-suspended'],
    ['Work Queue Paused', 'work-queue-paused'],
    ['Receiving and Delivery Suspended', 'unknown'],
  ])('takes the state %s for %s and keeps the text', (text, system) => {
    const { data } = pick('status', `System status:   ${text}\n`);
    expect(data).toMatchObject({ system, systemText: text });
  });

  it('survives the pager in the middle of the gauges', () => {
    const wiped = `-Press Any Key For More-\r${' '.repeat(25)}\r`;
    const text = cliSample('status-detail-online.txt').replace(
      '\n  Queue\n    Active',
      `\n${wiped}  Queue\n    Active`,
    );
    expect(pick('status', text)).toEqual(pick('status', cliSample('status-detail-online.txt')));
  });

  it('reads nothing out of statistics that could not be had', () => {
    const read = pick('status', "esa1.example.com> status\nCouldn't obtain mail stats\nesa1.example.com> ");
    expect([read.data, read.error]).toEqual([
      null,
      { code: 'statistics-unavailable', text: "Couldn't obtain mail stats" },
    ]);
  });
});

describe('version', () => {
  it('reads a real SMA 15.0', () => {
    expect(pick('version', cliSample('version-sma15.txt'))).toEqual({
      command: 'version',
      appliance: 'sma1.example.com',
      data: {
        product: 'Cisco M600V Secure Email and Web Manager',
        model: 'M600V',
        version: '15.0.0-416',
        role: 'sma',
        serial: '000000000000000000AA-000000000001',
        installed: '2024-06-11 12:17:23',
      },
      unrecognised: [],
      error: null,
    });
  });

  it('takes the role from the model, never from the words', () => {
    const text = 'Product: Cisco X1070 Security Manager\nVersion: 14.0.0-698\n';
    expect(pick('version', text).data).toMatchObject({ model: 'X1070', role: 'esa' });
  });

  it('reads a disconnected member, whose prompt has the shape of a question', () => {
    const read = pick('version', cliSample('disconnected-prompt.txt'));
    expect(read).toMatchObject({ appliance: 'esa3.example.com', data: { model: 'C100V', role: 'esa', serial: null } });
  });
});

describe('date and workqueue', () => {
  it('reads the clock', () => {
    expect(pick('date', cliSample('date.txt')).data).toEqual({
      at: '2026-03-03T10:00:00Z',
      text: 'Tue Mar 03 10:00:00 2026 GMT',
    });
  });

  it('reads the work queue', () => {
    const data = { asOf: '2026-03-02T15:17:32Z', status: 'operational', statusText: 'Operational', messages: 1243 };
    expect(pick('workqueue', cliSample('workqueue-status.txt')).data).toEqual(data);
    expect(pick('workqueue', 'Status:  Paused by admin: test\nMessages: 7\n').data).toMatchObject({ status: 'paused' });
  });
});

describe('what the command line itself says', () => {
  it.each([
    ['Unknown command or missing feature key: foo', 'command-unknown'],
    ['Unknown command: foo', 'command-unknown'],
    ['Invalid arguments when processing: version', 'invalid-arguments'],
    ['You are not in the correct access group to use the command "version".', 'not-permitted'],
    ['Traceback (most recent call last):', 'application-fault'],
    ['This feature requires a feature key.', 'feature-key-missing'],
  ])('%s comes back as %s', (line, code) => {
    const read = pick('version', `esa1.example.com> version\n${line}\nesa1.example.com> `);
    expect([read.data, read.error, read.unrecognised]).toEqual([null, { code, text: line }, []]);
  });

  it('says so for a command without a reader', () => {
    const read = pick('hoststatus', cliSample('hoststatus-cpq-no-record.txt'));
    expect([read.command, read.error]).toEqual([
      'hoststatus',
      { code: 'no-record', text: 'No record of host: the.cpq.host' },
    ]);
    expect(pick('ipcheck', 'x').error).toEqual({ code: 'no-reader', text: 'ipcheck' });
  });
});
