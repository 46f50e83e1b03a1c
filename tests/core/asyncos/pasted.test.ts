import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands, readCommand } from '../../../main/core/asyncos';
import { pastedReaders } from '../../../main/core/asyncos/pasted';
import { cliSample } from './sample';

const read = (name: string, sample: string) => {
  const { data, unrecognised, error } = readCommand(name, cliSample(sample));
  return { data, unrecognised, error };
};
const clean = (data: unknown) => ({ data, unrecognised: [], error: null });

describe('commands that are read and never typed', () => {
  it('have one entry for each file, and none of them stands in the allow-list', () => {
    const files = readdirSync(join(__dirname, '../../../main/core/asyncos/pasted'))
      .map((name) => name.replace(/\.ts$/, ''))
      .filter((name) => !['index', 'reader'].includes(name))
      .sort();
    expect(pastedReaders.map((one) => one.name)).toEqual(files);
    const typed = new Set<string>(commands.flatMap((one) => one.words[0] ?? []));
    expect(pastedReaders.filter((one) => typed.has(one.words[0] ?? ''))).toEqual([]);
  });

  it.each(pastedReaders.map((one) => [one.name, one] as const))(
    '%s reads its sample to the last line',
    (_name, one) => {
      const { data, unrecognised, error } = one.read(cliSample(one.sample));
      expect({ understood: data !== null, unrecognised, error }).toEqual({
        understood: true,
        unrecognised: [],
        error: null,
      });
      expect([one.notTyped.length > 10, one.source.length > 10]).toEqual([true, true]);
    },
  );

  it('reads the record of a host, the first figure of each label', () => {
    expect(read('hoststatus', 'hoststatus-up.txt')).toEqual(
      clean({
        host: 'example.net',
        asOf: '2026-03-02T15:17:32Z',
        state: 'up',
        activeRecipients: 3,
        softBounced: 12,
        delivered: 58417,
        addresses: ['198.51.100.25', '2001:db8::25'],
        oldestMessage: '1 min 3 secs',
      }),
    );
  });

  it('says that there is no record of a pseudo destination', () => {
    expect(read('hoststatus', 'hoststatus-cpq-no-record.txt')).toMatchObject({
      data: null,
      error: { code: 'no-record', text: 'No record of host: the.cpq.host' },
    });
  });

  it('reads ping by its summary, and nothing without one', () => {
    const data = { host: 'sma1.example.com', address: '192.0.2.20', transmitted: 3, received: 2, outcome: 'partly' };
    expect(read('ping', 'ping.txt')).toEqual(clean(data));
    const outcome = (text: string) => (readCommand('ping', text).data as { outcome: string } | null)?.outcome ?? null;
    expect([
      outcome(
        'PING a (192.0.2.1): 56 data bytes\n--- a ping statistics ---\n4 packets transmitted, 0 packets received, 100% packet loss\n',
      ),
      outcome('ping: cannot resolve nosuch.example.com: Unknown host\n'),
      outcome('PING a (192.0.2.1): 56 data bytes\n64 bytes from 192.0.2.1: icmp_seq=0 ttl=64 time=0.4 ms\n'),
    ]).toEqual(['silent', 'name-unknown', null]);
  });

  it('reads the hops of traceroute, silent ones too', () => {
    expect(read('traceroute', 'traceroute.txt')).toEqual(
      clean({
        host: 'sma1.example.com',
        address: '192.0.2.20',
        hops: [
          { number: 1, address: '192.0.2.1' },
          { number: 2, address: null },
          { number: 3, address: '192.0.2.20' },
        ],
        reached: true,
      }),
    );
  });

  it('reads what the resolver answers, and why it does not', () => {
    const host = 'sma1.example.com';
    const answers = [{ type: 'A', value: '192.0.2.20', ttl: '30m' }];
    expect(read('nslookup', 'nslookup.txt')).toEqual(clean({ host, answers, failure: null }));
    expect(readCommand('nslookup', 'esa1.example.com> nslookup x MX\n\nTemporary query error\n').data).toEqual({
      host: 'x',
      answers: [],
      failure: 'temporary',
    });
  });

  it('reads who is logged in by the heading alone', () => {
    expect(read('who', 'who.txt').data).toMatchObject({ sessions: [{ user: 'admin' }, { user: 'reader' }] });
    expect(readCommand('who', 'some words here\n').data).toBeNull();
  });

  it('knows that nothing waits for a commit, that something does, and when it knows neither', () => {
    expect(read('showchanges', 'showchanges.txt')).toEqual(clean({ pending: false, lines: [] }));
    expect(readCommand('showchanges', '/sslconfig\n- HIGH\n').data).toMatchObject({ pending: true });
    expect(readCommand('showchanges', 'something else\n')).toMatchObject({
      data: null,
      unrecognised: [{ line: 1, text: 'something else' }],
    });
  });

  it('reads rates with the appliance’s own times', () => {
    const line = { connectionsIn: 0, connectionsOut: 0, received: 7, completed: 6, queueKilobytes: 323 };
    const lines = [
      { time: '01:36:30', ...line },
      { time: '01:36:40', ...line },
    ];
    expect(read('rate', 'rate.txt')).toEqual(clean({ lines }));
  });

  it('reads the configuration that a terminal shows, and says what it repaired', () => {
    const { data } = read('showconfig', '../config/showconfig-terminal.txt');
    expect(data).toMatchObject({ hostname: 'esa1.example.com', problems: [{ code: 'tag-repaired' }] });
    expect(read('showconfig', 'showconfig-question-3.txt').data).toBeNull();
  });
});
