import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTranscript, splitTranscript } from '../../../main/core/asyncos';
import { cliSample, withCarriageReturns } from './sample';

const logSample = (name: string) => readFileSync(join(__dirname, '../../fixtures/logs', name), 'latin1');
const heads = (text: string) =>
  splitTranscript(text).parts.map((one) => [one.appliance, one.mode, one.command, one.name, one.fromLine, one.toLine]);

/** The prompt that ends a sample is the prompt that the next one begins with. */
const joined = (...samples: readonly string[]): string =>
  samples.reduce((text, sample) => text.replace(/(?:^|\n)[^\n]*> $/, '\n') + sample, '');

describe('splitting a capture', () => {
  it('cuts by prompt and keeps menus in their command', () => {
    const text = joined(
      cliSample('version-sma15.txt'),
      cliSample('netstat-sockets-sma.txt'),
      cliSample('tophosts-sma-release.txt'),
    );
    expect(heads(text)).toEqual([
      ['sma1.example.com', 'standalone', 'version', 'version', 1, 17],
      ['sma1.example.com', 'standalone', 'netstat', 'netstat', 18, 42],
      ['sma1.example.com', 'standalone', 'tophosts', 'tophosts', 43, 62],
    ]);
  });

  it('keeps several appliances of one capture apart', () => {
    const text = joined(cliSample('interfaceconfig-esa1.txt'), cliSample('interfaceconfig-esa2-missing-pvo.txt'));
    expect(splitTranscript(text).parts.map((one) => one.appliance)).toEqual(['esa1.example.com', 'esa2.example.com']);
  });

  it('knows whose the cluster level is by the machine of the same session', () => {
    const session = (machine: string) =>
      `Last login: Mon Apr 22 11:33:45 2019 from 192.0.2.123\n(Machine ${machine})> clustermode cluster\n(Cluster Main)> sslconfig\n`;
    const parts = splitTranscript(`${session('esa1.example.com')}${session('esa2.example.com')}`).parts;
    expect(parts.map((one) => [one.appliance, one.mode, one.name])).toEqual([
      ['esa1.example.com', 'machine', null],
      ['esa1.example.com', 'cluster', 'sslconfig'],
      ['esa2.example.com', 'machine', null],
      ['esa2.example.com', 'cluster', 'sslconfig'],
    ]);
  });

  it('names no appliance where only the cluster level is seen', () => {
    expect(heads(cliSample('clusterconfig-list.txt'))).toEqual([
      [null, 'cluster', 'clusterconfig list', 'clusterconfig-list', 1, 10],
    ]);
  });

  it('takes a disconnected member for a prompt, and says that it is disconnected', () => {
    const [part] = splitTranscript(cliSample('disconnected-prompt.txt')).parts;
    expect(part).toMatchObject({ appliance: 'esa3.example.com', mode: 'machine', disconnected: true, name: 'version' });
  });

  it('keeps the login texts, and what stands behind a bare prompt, as other', () => {
    const { parts, other } = splitTranscript(`${cliSample('login-cluster.txt')}\nsomething pasted\n`);
    expect([parts, other.map((one) => one.line)]).toEqual([[], [1, 2, 4, 6, 9]]);
  });

  it('does not take a broken tag, a telnet prompt or a mail for a prompt', () => {
    const text =
      'esa1.example.com> showconfig\n<a>10</a_sessio\nn>\ntelnet> quit\nbob> hi\nesa1.example.com> version\nModel: C1\n';
    expect(heads(text)).toEqual([
      ['esa1.example.com', 'standalone', 'showconfig', 'showconfig', 1, 5],
      ['esa1.example.com', 'standalone', 'version', 'version', 6, 8],
    ]);
  });

  it('keeps each part as it stands in the capture', () => {
    const text = withCarriageReturns(joined(cliSample('version-sma15.txt'), cliSample('tophosts-sma-release.txt')));
    expect(
      splitTranscript(text)
        .parts.map((one) => one.text)
        .join(''),
    ).toBe(text.slice(0, text.lastIndexOf('\n') + 1));
  });

  it('splits searches of a pasted log, with the prompt glued to Control-C', () => {
    const parts = splitTranscript(logSample('composed-cli-paste.txt')).parts;
    expect(parts.map((one) => [one.command, one.name, one.mode])).toEqual([
      ['grep "port 7025" mail_logs', 'grep', 'standalone'],
      ['grep', 'grep', 'standalone'],
      ['grep "CPQ ICID" mail_logs', 'grep', 'standalone'],
      ['tail mail_logs', 'grep', 'machine'],
    ]);
  });

  it('stays quick with a hundred thousand prompts', () => {
    const text = '(Cluster Main)> version\nLast login: x\n'.repeat(100_000);
    const before = performance.now();
    expect(splitTranscript(text).parts).toHaveLength(100_000);
    expect(performance.now() - before).toBeLessThan(5000);
  });
});

describe('the transcript document', () => {
  it('reads each part, with line numbers of the capture', () => {
    const tophosts = cliSample('tophosts-sma-release.txt').replace('2   the.euq', 'odd line\n2   the.euq');
    const report = readTranscript(joined(cliSample('version-sma15.txt'), tophosts));
    expect(report.schema).toBe('cpq-doctor/transcript/1');
    expect(report.parts.map((one) => [one.command, one.appliance, one.error, one.unrecognised])).toEqual([
      ['version', 'sma1.example.com', null, []],
      ['tophosts', 'sma1.example.com', null, [{ line: 36, text: 'odd line' }]],
    ]);
  });

  it('names the commands that nobody reads, and what the appliance said to them', () => {
    const report = readTranscript(cliSample('errors.txt'));
    expect(report.parts.map((one) => [one.command, one.data, one.error?.code])).toEqual([
      ['foo', null, 'command-unknown'],
      ['nslookup', null, 'invalid-arguments'],
      ['userconfig', null, 'not-permitted'],
    ]);
  });

  it('reads a member in its own mode and inherits the appliance of the prompt', () => {
    const report = readTranscript(cliSample('sslconfig-cluster-notice.txt'));
    expect(report.parts[0]).toMatchObject({
      appliance: 'esa1.example.com',
      data: { notice: { mode: 'Machine esa1.example.com', from: 'Cluster Main_Cluster' } },
    });
  });
});
