import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommand, readerOf, readTranscript, splitTranscript } from '../../../main/core/asyncos';
import { cliSample, withCarriageReturns, wrappedAt } from './sample';

/** Logins and pager bytes are no command's output; the dialogue's tests read them. */
const names = readdirSync(join(__dirname, '../../fixtures/cli')).filter((name) =>
  /^(?!login|pager|errors).*\.txt$/.test(name),
);

/** The command that a sample shows: by its own prompt, else by the file's name. */
const commandOf = (name: string): string => {
  const [part] = splitTranscript(cliSample(name)).parts;
  return part?.name ?? /^[a-z]+/.exec(name)?.[0] ?? '';
};

/** Places move with the width; what is said does not. */
const dataOf = (command: string, text: string): unknown =>
  JSON.parse(JSON.stringify(readCommand(command, text).data, (key, value) => (key === 'line' ? null : value)));

const BANNER = [
  'Last login: Mon Apr 22 11:33:45 2019 from 192.0.2.123',
  'AsyncOS 12.1.0 for Cisco C100V build 071',
  '',
  'Welcome to the Cisco C100V Email Security Virtual Appliance',
  '',
  '',
].join('\n');

/** A prompt typed at with nothing, before and behind. */
const betweenPrompts = (text: string): string => {
  const prompt = /^[^\n]*?> /.exec(text)?.[0].trimEnd() ?? '';
  return splitTranscript(text).parts.length === 0
    ? text
    : `${BANNER}${prompt}\n${prompt}\n${text}\n${prompt}\n${prompt} `;
};

const CHANGES: readonly (readonly [string, (text: string) => string])[] = [
  ['as it stands', (text) => text],
  ['with carriage returns', withCarriageReturns],
  ['with old Macintosh line ends', (text) => text.replaceAll('\n', '\r')],
  ['with two carriage returns', (text) => text.replaceAll('\n', '\r\r\n')],
  ['wrapped at 80 columns', (text) => wrappedAt(text, 80)],
  ['wrapped at 132 columns', (text) => wrappedAt(text, 132)],
  ['wrapped at 80 columns with carriage returns', (text) => withCarriageReturns(wrappedAt(text, 80))],
  [
    'with the pager',
    (text) => text.replace(/\n(?=(?:[^\n]*\n){3}[^\n]*$)/, `\n-Press Any Key For More-\r${' '.repeat(25)}\r`),
  ],
];

describe.each(names)('%s', (name) => {
  const command = commandOf(name);
  const whole = dataOf(command, cliSample(name));

  it.each(CHANGES)('gives its truth %s', (_how, change) => {
    expect(readerOf(command)).not.toBeNull();
    expect(dataOf(command, change(cliSample(name)))).toEqual(whole);
  });

  it('gives its truth between other prompts', () => {
    const text = betweenPrompts(cliSample(name));
    const { parts } = splitTranscript(text);
    expect(dataOf(command, parts[0]?.text ?? text)).toEqual(whole);
  });

  it('says no other thing cut at any line', () => {
    const lines = cliSample(name).split('\n');
    for (let end = 0; end < lines.length; end += 1) {
      const document = readTranscript(lines.slice(0, end).join('\n'));
      // Whatever a capture cut there gives, it gives as a valid document, and lists are whole or not given.
      for (const part of document.parts) {
        if (
          !/^(?:interfaceconfig|sslconfig|listenerconfig|logconfig|applianceconfig|clusterconfig|tophosts)$/.test(
            part.command,
          )
        )
          continue;
        expect([null, JSON.stringify(whole)]).toContain(part.data === null ? null : JSON.stringify(part.data));
      }
    }
  });
});
