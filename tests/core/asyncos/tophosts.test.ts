import { describe, expect, it } from 'vitest';
import { readCommand } from '../../../main/core/asyncos';
import { cliSample, flattened, withCarriageReturns, wrappedAt80 } from './sample';

const row = (host: string, numbers: readonly (number | null)[], down = false) => ({
  host,
  down,
  activeRecipients: numbers[0] ?? null,
  connectionsOut: numbers[1] ?? null,
  delivered: numbers[2] ?? null,
  softBounced: numbers[3] ?? null,
  hardBounced: numbers[4] ?? null,
});

const cpqDown = {
  asOf: '2026-03-02T15:17:32Z',
  hosts: [
    row('the.cpq.host', [131, 0, 3, 3166, 0], true),
    row('example.net', [3, 1, 58417, 12, 21]),
    row('the.encryption.queue', [0, 0, 0, 0, 0]),
    row('the.euq.queue', [0, 0, 0, 0, 0]),
    row('the.euq.release.queue', [0, 0, 0, 0, 0]),
  ],
};
const report = (data: unknown, appliance: string | null = 'esa1.example.com') => ({
  schema: 'cpq-doctor/parse/1',
  command: 'tophosts',
  appliance,
  data,
  unrecognised: [],
  error: null,
});

describe('tophosts', () => {
  it('reads the queue for the SMA, its down mark and all five columns', () => {
    expect(readCommand('tophosts', cliSample('tophosts-esa-cpq-down.txt'))).toEqual(report(cpqDown));
  });

  it.each([
    ['with carriage returns', withCarriageReturns],
    ['flattened by a web page', flattened],
    ['wrapped at 80 columns', wrappedAt80],
    [
      'without prompt and question',
      (text: string) => text.slice(text.indexOf('Status as of')).replace(/\nesa1.*$/, ''),
    ],
  ])('reads the same %s', (_name, change) => {
    const read = readCommand('tophosts', change(cliSample('tophosts-esa-cpq-down.txt')));
    expect([read.data, read.unrecognised, read.error]).toEqual([cpqDown, [], null]);
  });

  it('takes the output of status for no table, so that no queue looks empty', () => {
    const read = readCommand('tophosts', cliSample('status-offline.txt'));
    expect([read.data, read.error]).toEqual([null, { code: 'not-understood', text: '' }]);
  });

  it('joins rows and heading that the width broke', () => {
    const read = readCommand('tophosts', cliSample('tophosts-wrapped.txt'));
    expect(read).toEqual(report({ asOf: cpqDown.asOf, hosts: cpqDown.hosts.slice(0, 2) }));
  });

  it('never shifts the columns of a row that lacks a number (TechNote 215929)', () => {
    const hosts = [
      row('the.encryption.queue', [0]),
      row('the.euq.queue', [5, 0, 0, 0, 0]),
      row('the.euq.release.queue', [0, 0, 0, 0, 0]),
    ];
    const read = readCommand('tophosts', cliSample('tophosts-batch-four-numbers.txt'));
    expect(read).toEqual(report({ asOf: '2020-08-13T14:29:42-04:00', hosts }, 'esa.lab.local'));
  });

  it('reads the release queue of an SMA', () => {
    const hosts = [row('the.cpq.release.host', [7, 0, 412, 84, 0]), row('the.euq.release.queue', [0, 0, 9, 0, 0])];
    const read = readCommand('tophosts', cliSample('tophosts-sma-release.txt'));
    expect(read).toEqual(report({ asOf: cpqDown.asOf, hosts }, 'sma1.example.com'));
  });

  it('reads the list sorted by deliveries', () => {
    const hosts = [
      row('example.net', [0, 0, 58417, 12, 21]),
      row('the.cpq.host', [0, 0, 1204, 0, 0]),
      row('the.encryption.queue', [0, 0, 0, 0, 0]),
    ];
    const read = readCommand('tophosts', cliSample('tophosts-esa-healthy-by-delivered.txt'));
    expect(read).toEqual(report({ asOf: cpqDown.asOf, hosts }));
  });

  it('says that the wrong mode gave nothing, and names the text', () => {
    const read = readCommand('tophosts', cliSample('tophosts-wrong-mode.txt'));
    expect([read.data, read.error?.code]).toEqual([null, 'wrong-mode']);
  });

  it('gives the table back when the mode was switched first', () => {
    const [, ...rest] = cliSample('tophosts-esa-cpq-down.txt')
      .replace(/esa1\.example\.com>/g, '(Machine esa1.example.com)>')
      .split('\n');
    const read = readCommand('tophosts', `${cliSample('tophosts-wrong-mode.txt')}Y\n${rest.join('\n')}`);
    expect(read).toEqual(report(cpqDown));
  });

  it('keeps a line that it does not know, with its number', () => {
    const text = cliSample('tophosts-esa-cpq-down.txt').replace(
      '2   example.net ',
      'Something new here\n2   example.net ',
    );
    expect(readCommand('tophosts', text).unrecognised).toEqual([{ line: 19, text: 'Something new here' }]);
  });

  it('sees nothing in something else', () => {
    const read = readCommand('tophosts', 'Dear colleague,\nthe quarantine is stuck.\n');
    expect([read.data, read.error]).toEqual([null, { code: 'not-understood', text: '' }]);
    expect(read.unrecognised).toHaveLength(2);
  });
});
