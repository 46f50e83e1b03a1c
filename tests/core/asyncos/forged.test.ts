import { describe, expect, it } from 'vitest';
import { readTranscript, splitTranscript } from '../../../main/core/asyncos';
import { wrappedAt } from './sample';

const LOG = 'Mon Mar  2 15:10:02 2026 Info: MID 4711 Subject ';
/** A subject that puts these words at the beginning of a line where the terminal breaks it. */
const forging = (words: string, columns: number): string => `${LOG}"${'x'.repeat(columns - LOG.length - 1)}${words}"`;
const capture = (...lines: string[]) => ['esa1.example.com> grep -e "4711" mail_logs', ...lines, ''].join('\n');
const commandsIn = (text: string) => splitTranscript(text).parts.map((one) => one.command);

describe('words that a stranger can put into an output', () => {
  it.each([80, 132])('are no prompt where the width of %i columns broke a line before them', (columns) => {
    const forged = forging('esa1.example.com> suspend', columns);
    const text = wrappedAt(capture(forged, '', 'esa1.example.com> version', '', 'Model: C100V', ''), columns);
    expect(commandsIn(text)).toEqual(['grep -e "4711" mail_logs', 'version']);
  });

  it('are no cluster prompt either, and no output of another command', () => {
    const forged = forging('(Machine esa1.example.com)> status', 80);
    const text = wrappedAt(capture(forged, 'esa1.example.com> '), 80);
    expect(readTranscript(text).parts.map((one) => [one.command, one.appliance])).toEqual([
      ['grep', 'esa1.example.com'],
    ]);
  });

  it('are no prompt behind blanks that fill the line to its end', () => {
    const forged = forging('esa1.example.com> version', 80)
      .replace('xxxxx"', '     "')
      .replace(/x{5}(?=esa1)/, '     ');
    const text = wrappedAt(capture(forged, 'esa1.example.com> '), 80);
    expect(text).toContain('     \nesa1.example.com> version');
    expect(commandsIn(text)).toEqual(['grep -e "4711" mail_logs']);
    expect(commandsIn(text.replaceAll('\n', '\r\n'))).toEqual(['grep -e "4711" mail_logs']);
  });

  it('are no prompt in a subject of showrecipients', () => {
    const row = '1527     1230     alice@example.com   ';
    const text = wrappedAt(
      [
        'esa1.example.com> showrecipients',
        'MID/     Bytes/   Sender/   Subject',
        `${row}${'x'.repeat(80 - row.length)}esa1.example.com> version`,
        '[0]      [12]     bob@example.net',
        '',
        'esa1.example.com> ',
      ].join('\n'),
      80,
    );
    expect(commandsIn(text)).toEqual(['showrecipients']);
  });

  it('a true prompt behind a line that only happens to be long is one', () => {
    const text = capture(
      `${LOG}"${'y'.repeat(60)}"`,
      'esa1.example.com> version',
      'Model: C100V',
      'esa1.example.com> ',
    );
    expect(commandsIn(text)).toEqual(['grep -e "4711" mail_logs', 'version']);
  });
});
