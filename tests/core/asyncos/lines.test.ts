import { describe, expect, it } from 'vitest';
import { cleanLine, rejoin, toLines } from '../../../main/core/asyncos/lines';
import { moment } from '../../../main/core/asyncos/moment';
import { prefixOf } from '../../../main/core/asyncos/netmask';
import { readPromptLine, roleOfModel } from '../../../main/core/asyncos/prompt-line';
import { fastest } from '../../support/fastest';
import { TIMED } from '../../support/timed';
import { cliSample } from './sample';

describe('lines of a terminal', () => {
  it('wipe the pager as the terminal does, raw and pasted', () => {
    const lines = ['line 1', 'line 2', 'line 3', 'line 4'];
    const seen = (name: string) =>
      toLines(cliSample(name))
        .slice(1, 5)
        .map((one) => one.text.trim());
    expect([seen('pager-raw.bin'), seen('pager-pasted.txt')]).toEqual([lines, lines]);
  });

  it.each([
    ['sttaus\b\b\b\b\b\b\b\b status', ' status'],
    ['stx\b \batus', 'status'],
    ['100%\r50', '500%'],
    ['\u001b[1mHost\u001b[0m mail\u00a0status  ', 'Host mail status'],
    ['text\r', 'text'],
  ])('replay %j as %j', (raw, text) => {
    expect(cleanLine(raw)).toBe(text);
  });

  it('keep the numbers of the given text, whatever its line ends', () => {
    expect(toLines('a\r\n\r\nb')).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: '' },
      { line: 3, text: 'b' },
    ]);
    expect(toLines('a\rb').map((one) => one.text)).toEqual(['a', 'b']);
  });

  it.each([
    ['returns', '\r'],
    ['sequences without an end', '\u001b]'],
  ])('cost no more when they are long: %s', TIMED, (_what, letters) => {
    const [short, long] = [Array(16).fill(`${letters.repeat(1500)}x`), [`${letters.repeat(24_000)}x`, '']];
    expect(fastest(() => toLines(long.join('\n'))) / fastest(() => toLines(short.join('\n')))).toBeLessThan(6);
  });

  it('are joined without a blank only where the width broke them', () => {
    expect(rejoin('x'.repeat(80), 'yz')).toBe(`${'x'.repeat(80)}yz`);
    expect(rejoin('host   1', '      2')).toBe('host   1 2');
  });
});

describe('a prompt', () => {
  const prompt = (mode: string, name: string, appliance: string | null, more = {}) => ({
    mode,
    name,
    appliance,
    service: false,
    disconnected: false,
    typed: '',
    ...more,
  });

  it.each([
    ['esa1.example.com> ', prompt('standalone', 'esa1.example.com', 'esa1.example.com')],
    ['esa1.example.com>', prompt('standalone', 'esa1.example.com', 'esa1.example.com')],
    ['mail3> status', prompt('standalone', 'mail3', 'mail3', { typed: 'status' })],
    ['(Machine esa1.example.com)> ', prompt('machine', 'esa1.example.com', 'esa1.example.com')],
    ['(Group Branch Office)> sslconfig', prompt('group', 'Branch Office', null, { typed: 'sslconfig' })],
    ['(Cluster Hosted_Cluster)> ', prompt('cluster', 'Hosted_Cluster', null)],
    [
      'example.com (SERVICE)> sslconfig',
      prompt('standalone', 'example.com', 'example.com', { service: true, typed: 'sslconfig' }),
    ],
    [
      '(Machine esa1.example.com) (SERVICE)> ',
      prompt('machine', 'esa1.example.com', 'esa1.example.com', { service: true }),
    ],
    [
      '(Machine esa3.example.com) [Disconnected]> version',
      prompt('machine', 'esa3.example.com', 'esa3.example.com', { disconnected: true, typed: 'version' }),
    ],
    [
      '(Machine esa1)> esa2.example.com> version',
      prompt('standalone', 'esa2.example.com', 'esa2.example.com', { typed: 'version' }),
    ],
    ['^Cesa1.example.com> ', prompt('standalone', 'esa1.example.com', 'esa1.example.com')],
  ])('is seen in %j', (line, expected) => {
    expect(readPromptLine(line)).toEqual(expected);
  });

  it.each(['[1]> 3', '[Y]> ', 'telnet> quit', 'user@jump:~$ ssh esa1', '<hostname>esa1</hostname>', 'a -> b', ''])(
    'is not seen in %j',
    (line) => {
      expect(readPromptLine(line)).toBeNull();
    },
  );
});

describe('small facts', () => {
  it.each([
    ['24', 24],
    ['255.255.255.224', 27],
    ['0xffffffe0', 27],
    ['0xffffffff', 32],
    ['0.0.0.0', 0],
    ['64', 64],
    ['255.0.255.0', null],
    ['0xffff00ff', null],
    ['129', null],
    ['', null],
    ['nonsense', null],
  ])('the netmask %s means /%s', (mask, prefix) => {
    expect(prefixOf(mask)).toBe(prefix);
  });

  it.each([
    ['Mon Mar 02 15:17:32 2026 GMT', '2026-03-02T15:17:32Z'],
    ['Mon Mar  2 15:17:32 2026', '2026-03-02T15:17:32'],
    ['Thu Aug 13 14:29:42 2020 EDT', '2020-08-13T14:29:42-04:00'],
    ['Thu Aug 13 14:29:42 2020 CEST', '2020-08-13T14:29:42+02:00'],
    ['Thu Aug 13 14:29:42 2020 IST', '2020-08-13T14:29:42'],
    ['10 Mar 2015 11:33:36 (GMT)', '2015-03-10T11:33:36Z'],
    ['02 Mar 2026 15:17:32 +0530', '2026-03-02T15:17:32+05:30'],
    ['Never', null],
  ])('the time %s is %s', (text, iso) => {
    expect(moment(text)).toBe(iso);
  });

  it.each([
    ['C100V', 'esa'],
    ['X1070', 'esa'],
    ['M600V', 'sma'],
    ['S195', null],
    [null, null],
  ])('the model %s is of role %s', (model, role) => {
    expect(roleOfModel(model)).toBe(role);
  });
});
