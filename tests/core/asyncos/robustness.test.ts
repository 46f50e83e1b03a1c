import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commands,
  readCommand,
  readConfig,
  readTranscript,
  recognise,
  splitTranscript,
} from '../../../main/core/asyncos';
import { ParseReport } from '../../../main/core/model';
import { cliSample } from './sample';

const names = readdirSync(join(__dirname, '../../fixtures/cli')).filter((name) => /\.(txt|bin)$/.test(name));
const owner = (name: string) => commands.find((one) => name.startsWith(one.words[0] ?? '-'))?.name ?? 'status';

/** Texts made of the pieces that appliances print, in any order, and of arbitrary characters. */
const pieces = fc.oneof(
  fc.constantFrom(
    ...[
      'esa1.example.com> ',
      '(Machine a)> ',
      '[1]> ',
      '[]> ',
      '\r\n',
      '\n',
      '-Press Any Key For More-',
      '\r   \r',
      '\b',
      ' ',
    ],
    ...[
      'Status as of: ',
      '1*  the.cpq.host ',
      '131 0 3 3,166 0',
      'Inbound SMTP ciphers:',
      'Trying 1.2.3.4...',
      'Connected to x',
    ],
    ...[
      '<config>',
      '</config>',
      '<interfaces>',
      '<hostname>',
      '<![CDATA[',
      '<!--',
      '&x;',
      '<ssl>',
      '- GUI - Edit.',
      '[Disconnected]> ',
    ],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const text = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(''));

describe('readers', () => {
  it.each(names)('survive %s cut at every byte, and never invent a line', (name) => {
    const sample = cliSample(name);
    for (let end = 0; end <= sample.length; end += 1) {
      const cut = sample.slice(0, end);
      const lines = cut.split('\n').length;
      const report = readCommand(owner(name), cut);
      expect(report.unrecognised.every((one) => one.line >= 1 && one.line <= lines)).toBe(true);
    }
  });

  it('of a cut table never show a number that the whole table does not have', () => {
    const sample = cliSample('tophosts-esa-cpq-down.txt');
    const end = sample.indexOf('2   example.net');
    const seen = new Set<string>();
    for (let at = sample.indexOf('3,166'); at <= end; at += 1)
      seen.add(
        JSON.stringify(
          (readCommand('tophosts', sample.slice(0, at)).data as { hosts: { hardBounced: unknown }[] }).hosts[0]
            ?.hardBounced,
        ),
      );
    expect([...seen]).toEqual(['null', '0']);
  });

  it('never throw, and always give a valid document', () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...commands.map((one) => one.name)), (given, name) => {
        expect(ParseReport.safeParse(readCommand(name, given)).success).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it('are not kept busy by hostile lines', () => {
    const hostile = [
      '['.repeat(200_000),
      '1 '.repeat(200_000),
      `${'a '.repeat(100_000)}x`,
      'a> '.repeat(100_000),
      ' '.repeat(300_000),
    ];
    const before = performance.now();
    for (const line of hostile) for (const { name } of commands) readCommand(name, `${line}\n`);
    expect(performance.now() - before).toBeLessThan(8000);
  });
});

describe('captures and configurations', () => {
  it('of any text are split without loss: parts and other lines cover every line that says something', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { parts, other } = splitTranscript(given);
        const covered = new Set(other.map((one) => one.line));
        for (const one of parts) for (let line = one.fromLine; line <= one.toLine; line += 1) covered.add(line);
        const ranges = parts.every((one, index) => one.fromLine > (parts[index - 1]?.toLine ?? 0));
        expect([ranges, readTranscript(given).parts.length]).toEqual([true, parts.length]);
      }),
      { numRuns: 400 },
    );
  });

  it('of any text are read or refused with a problem, and recognised as something', () => {
    fc.assert(
      fc.property(text, (given) => {
        const report = readConfig(given);
        expect(report.ok || /^config-/.test(report.problem.code)).toBe(true);
        expect(recognise('x', given).kind).toMatch(/^(mail-log|config|cli|transcript|profile|unknown)$/);
      }),
      { numRuns: 400 },
    );
  });

  it.each(['esa-standalone.xml', 'showconfig-terminal.txt', 'hostile-entities.xml'])(
    'survive %s cut anywhere',
    (name) => {
      const sample = readFileSync(join(__dirname, '../../fixtures/config', name), 'latin1');
      for (let end = 0; end <= sample.length; end += 3) {
        const report = readConfig(sample.slice(0, end));
        if (report.ok)
          expect(report.value.listeners.every((one) => one.port === null || [25, 7025].includes(one.port))).toBe(true);
        else expect(report.problem.code).toMatch(/^config-/);
      }
    },
  );
});
