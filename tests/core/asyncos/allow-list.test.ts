import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandNamed, commands, commandTyped, readerNamed, sameReader } from '../../../main/core/asyncos';
import commandsEn from '../../../resources/texts/en/commands.json';
import commandsFr from '../../../resources/texts/fr/commands.json';
import { cliSample } from './sample';

const folder = join(__dirname, '../../../main/core/asyncos/commands');
const samples = join(__dirname, '../../fixtures/cli');

/** Words that change an appliance, or that begin a command which does (asyncos-cli.md, sections 4 to 6). */
const FORBIDDEN = [
  'commit clear reset resetconfig reload reboot shutdown revert upgrade',
  'suspend suspenddel suspendlistener suspendtransfers resume resumedel resumelistener resumetransfers pause',
  'delete deleterecipients bouncerecipients redirectrecipients delivernow rollovernow dnsflush',
  'saveconfig loadconfig mailconfig showconfig settime setgateway passwd techsupport supportrequest diagnostic',
  'new add edit setup join prepjoin removemachine addgroup setgroup renamegroup disconnect reconnect',
  'clusterset clustercheck clustermode setttymode tail rate -t -f',
]
  .join(' ')
  .split(' ');

const OPERATIONS = 'Choose the operation you want to perform';

describe('the allow-list', () => {
  it('has one entry for each file of its folder, in alphabetical order', () => {
    const files = readdirSync(folder)
      .filter((name) => name !== 'index.ts')
      .map((name) => name.replace(/\.ts$/, ''))
      .sort();
    expect(commands.map((one) => one.name)).toEqual(files);
  });

  it('holds no word that changes anything', () => {
    const words: string[] = commands.flatMap((one) => [...one.words, ...(one.wordsAfter ?? [])]);
    expect(words.filter((word) => FORBIDDEN.includes(word))).toEqual([]);
  });

  it('holds the menu commands as whole lines only', () => {
    const lines = commands.map((one) => one.words.join(' ')).filter((line) => /^(cluster|appliance)config/.test(line));
    expect(lines).toEqual(['applianceconfig list', 'clusterconfig connstatus', 'clusterconfig list']);
  });

  it.each(commands.map((one) => [one.name, one] as const))('%s lets nothing be spliced in', (_name, definition) => {
    const patterns = [...definition.arguments, ...(definition.lineArgument ? [definition.lineArgument] : [])];
    const hostile = [
      '',
      ' ',
      'a;b',
      'a"b',
      "a'b",
      'a\\b',
      'a\nb',
      'a\rb',
      'a\u0003b',
      'a`b',
      'a$b',
      '-t',
      'x'.repeat(600),
    ];
    for (const { allowed } of patterns) expect(hostile.filter((value) => allowed.test(value))).toEqual([]);
    for (const { allowed } of patterns) expect(allowed.flags).toBe('');
  });

  it.each(commands.map((one) => [one.name, one] as const))('%s answers only what reads', (_name, definition) => {
    const named = definition.arguments.map((one) => one.name);
    for (const { asks, answer } of definition.prompts) {
      expect(asks.length).toBeGreaterThan(8);
      if ('say' in answer) expect(asks).toMatch(/^(Would you like to switch|Show network addresses|Avoid truncating)/);
      if ('argument' in answer) expect(named).toContain(answer.argument);
      if ('itemFrom' in answer) expect(named).toContain(answer.itemFrom);
      if ('operation' in answer) expect([asks, answer.operation]).toEqual([OPERATIONS, 'VERIFY']);
      if ('leave' in answer) expect(asks).toBe(OPERATIONS);
    }
  });

  it('marks what asks for a number or an argument, or names people, as unfit for a blind paste', () => {
    const asking = [
      'clusterconfig-connstatus',
      'clusterconfig-list',
      'netstat',
      'nslookup',
      'showchanges',
      'showrecipients',
      'sslconfig-verify',
      'telnet',
      'tlsverify',
      'traceroute',
      'who',
    ];
    expect(commands.filter((one) => !one.pasteable).map((one) => one.name)).toEqual(asking);
  });

  it.each(commands.map((one) => [one.name, one] as const))('%s reads its own sample to the last line', (_name, one) => {
    expect(existsSync(join(samples, one.sample))).toBe(true);
    const reading = one.read(cliSample(one.sample));
    expect(reading.data).not.toBeNull();
    expect({ unrecognised: reading.unrecognised, error: reading.error }).toEqual({ unrecognised: [], error: null });
  });

  it('has a sentence for each entry in both languages', () => {
    const names = commands.map((one) => one.name);
    expect(Object.keys(commandsEn).sort()).toEqual(names);
    expect(Object.keys(commandsFr).sort()).toEqual(names);
  });

  it('names a source and a reason in every file', () => {
    for (const one of commands) {
      expect([one.name, one.source.length > 10, one.harmless.length > 10]).toEqual([one.name, true, true]);
      expect(readFileSync(join(folder, `${one.name}.ts`), 'utf8')).toContain('/**');
    }
  });
});

describe('finding an entry', () => {
  it.each([
    ['status', 'status'],
    ['status detail', 'status-detail'],
    ['tophosts active_rcpts', 'tophosts'],
    ['clusterconfig', 'clusterconfig-list'],
    ['CLUSTERCONFIG connstatus', 'clusterconfig-connstatus'],
    ['applianceconfig', 'applianceconfig'],
    ['grep "CPQ ICID" mail_logs', 'grep'],
    ['workqueue rate', 'workqueue'],
    ['telnet 192.0.2.20 7025', 'telnet'],
  ])('takes what was typed, %s, for %s', (typed, name) => {
    expect(commandTyped(typed)?.name).toBe(name);
  });

  it.each(['', 'suspend', 'hoststatus the.cpq.host', 'showconfig', 'tophost'])('knows no reader for "%s"', (typed) => {
    expect(commandTyped(typed)).toBeNull();
  });

  it('goes by the exact name where something is to be typed', () => {
    expect(commandNamed('clusterconfig')).toBeNull();
    expect(commandNamed('clusterconfig-list')?.words).toEqual(['clusterconfig', 'list']);
  });

  it('reads status detail under the name of status', () => {
    expect([
      readerNamed('status detail'),
      readerNamed('status-detail'),
      readerNamed('clusterconfig'),
      readerNamed('x'),
    ]).toEqual(['status', 'status', 'clusterconfig-list', null]);
  });

  it('knows which names give the same data', () => {
    expect([sameReader('status', 'status-detail'), sameReader('status', 'version'), sameReader('x', 'x')]).toEqual([
      true,
      false,
      false,
    ]);
  });
});
