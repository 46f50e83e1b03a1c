import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Problem } from '../../../main/core/model';
import { offline, site } from '../../support/plan-site';
import { ran } from '../../support/run';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'materials-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const sample = (path: string, name: string): string => {
  copyFileSync(`tests/fixtures/${path}`, join(folder, name));
  return join(folder, name);
};

describe('a terminal capture', () => {
  const capture = [
    'esa1.example.com> status',
    '',
    'System status:                 Online',
    '',
    'esa1.example.com> telnet 192.0.2.20 7025',
    'Trying 192.0.2.20...',
    'telnet: connect to address 192.0.2.20: Connection refused',
    'telnet: Unable to connect to remote host',
    'esa1.example.com> ',
  ].join('\n');
  const sma = { ...offline('sma1', 'sma', {}), quarantine: { interface: null, address: '192.0.2.20', port: 7025 } };

  test('answers every check whose command stands in it, before its own row', async () => {
    const esa = offline('esa1', 'esa', { transcripts: [file('putty.log', capture)] });
    const { outcome, order } = await ran({ ...site(esa, sma), direction: 'esa-to-sma', cluster: 'standalone' });
    const rows = outcome.observations.filter((one) => one.step.includes('transcript@esa1#1'));
    expect(rows.map((one) => [one.check, one.outcome, one.reason, one.peer])).toEqual([
      ['system-status', 'passed', null, null],
      ['reach', 'failed', 'refused', 'sma1'],
      ['transcript', 'passed', null, null],
    ]);
    expect(order.filter((one) => one.startsWith('observed') && one.includes('transcript')).at(-1)).toBe(
      'observed transcript@esa1#1',
    );
  });

  test('that holds nothing we know could not tell', async () => {
    const problems: Problem[] = [];
    const esa = offline('esa1', 'esa', { transcripts: [file('other.log', 'hello\nworld\n')] });
    const { of } = await ran(site(esa, sma), { onProblem: (one) => problems.push(one) });
    expect(of('transcript@esa1#1')).toMatchObject({ outcome: 'could-not-tell', reason: 'not-understood' });
    expect(problems.map((one) => one.code)).toEqual(['material-not-understood']);
  });

  test('that cannot be read says so', async () => {
    const esa = offline('esa1', 'esa', { transcripts: [join(folder, 'not-there.log')] });
    const { of } = await ran(site(esa, sma));
    expect(of('transcript@esa1#1')).toMatchObject({ outcome: 'could-not-tell', reason: 'file-unreadable' });
  });
});

test('the port of an export is known to whoever reads the logs', async () => {
  const esa = offline('esa1', 'esa', { logs: [sample('logs/composed-esa-port-decoy.log', 'esa.log')] });
  const sma = offline('sma1', 'sma', { config: sample('config/sma-cpq.xml', 'sma.xml') });
  const { of, order } = await ran({ ...site(esa, sma), direction: 'esa-to-sma', cluster: 'standalone' });
  const data = of('mail-logs@esa1#1').data as { successes: { port: number }[] };
  expect(data.successes.map((one) => one.port)).toEqual([7026, 7026]);
  expect(order.indexOf('observed configuration@sma1#1')).toBeLessThan(order.indexOf('about-to mail-logs@esa1#1'));
});

test('a connect that is about nobody of this site is kept, and answers nothing', async () => {
  const esa = offline('esa1', 'esa', {
    cli: [
      {
        command: 'telnet',
        file: file('telnet.txt', 'esa1> telnet 203.0.113.9 25\nTrying 203.0.113.9...\nConnected to it.\n220 x\n'),
      },
    ],
  });
  const { of } = await ran({ ...site(esa, offline('sma1', 'sma', {})), direction: 'esa-to-sma' });
  expect(of('reach@esa1>sma1:esa-to-sma#1')).toMatchObject({ outcome: 'could-not-tell', reason: 'not-understood' });
});

describe('a list that was cut off', () => {
  const list = [
    'esa1.example.com> interfaceconfig',
    '',
    'Currently configured interfaces:',
    '1. Management (192.0.2.10/24 on Management: esa1.example.com)',
  ].join('\n');

  test('is left aside, as a file and as a capture: a shorter list would be another claim', async () => {
    const problems: Problem[] = [];
    const esa = offline('esa1', 'esa', {
      cli: [{ command: 'interfaceconfig', file: file('cut.txt', list) }],
      transcripts: [file('cut.log', list)],
    });
    const { outcome, of } = await ran(site(esa, offline('sma1', 'sma', {})), {
      onProblem: (one) => problems.push(one),
    });
    const answers = outcome.observations.filter((one) => one.check === 'interfaces' && one.vantage === 'esa1');
    expect(answers.map((one) => [one.outcome, one.reason, one.data])).toEqual([
      ['could-not-tell', 'cut-off', null],
      ['could-not-tell', 'cut-off', null],
    ]);
    expect(of('transcript@esa1#1').outcome).toBe('passed');
    expect(problems.map((one) => [one.code, one.params.command])).toEqual([['material-cut', 'interfaceconfig']]);
  });

  test('is read where no prompt says how it began', async () => {
    const bare = list.split('\n').slice(1).join('\n');
    const esa = offline('esa1', 'esa', { cli: [{ command: 'interfaceconfig', file: file('bare.txt', bare) }] });
    const { of } = await ran(site(esa, offline('sma1', 'sma', {})));
    expect(of('interfaces@esa1#1').data).toMatchObject({ interfaces: [{ name: 'Management' }] });
  });
});
