import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { tls } from '../../../main/cli/commands/tls';
import { type Door, openDoor, problemText } from '../../../main/cli/door';
import { TlsReport } from '../../../main/core/model';
import { type Listener, listenAs, replies } from '../../support/listener';
import { speaksTls } from '../../support/tls-listener';

const folder = mkdtempSync(join(tmpdir(), 'cpq-tls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

interface Ran {
  readonly code: number | undefined;
  readonly printed: string[];
  readonly said: string[];
  readonly documents: unknown[];
}

/** The clock of the door, and how much later it is at every look. */
const clock = { at: 0, step: 0 };

/** Runs the command in this process, with a door that keeps what goes through it. */
const run = async (...args: readonly string[]): Promise<Ran> => {
  const open = openDoor('en', new AbortController().signal);
  const printed: string[] = [];
  const said: string[] = [];
  const documents: unknown[] = [];
  const door: Door = {
    ...open,
    now: () => {
      clock.at += clock.step;
      return new Date(clock.at);
    },
    print: (text) => void printed.push(text),
    printJson: (document) => void documents.push(document),
    say: (key, params) => void said.push(open.words.say(key, params)),
    complain: (problem) => void said.push(problemText(problem, open.words)),
  };
  let code: number | undefined;
  const program = new Command();
  tls(program, door, (ended) => {
    code = ended;
  });
  await program.parseAsync(['tls', ...args], { from: 'user' });
  return { code, printed, said, documents };
};

const reportIn = ({ documents }: Ran): TlsReport => TlsReport.parse(documents[0]);
const keep = (name: string, content: unknown): string => {
  const file = join(folder, name);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
};

describe('tls HOST:PORT', () => {
  it('says first what it will cost, then each kind of question once', async () => {
    listener = await listenAs(speaksTls());
    const target = `127.0.0.1:${listener.port}`;
    const single = await run(target);
    const whole = await run(target, '--inventory', '--json');
    expect(single.said).toEqual([
      `Connections to ${target}: 2, and one that fails may be made once more; about 4 lines in its log`,
      'SMTP STARTTLS probe, this laptop’s own offer',
      'SMTP STARTTLS probe, authenticated suites only',
    ]);
    expect(whole.said).toEqual([
      `Connections to ${target}: about 120; about 240 lines in its log`,
      'SMTP STARTTLS probe, this laptop’s own offer',
      'SMTP STARTTLS probe, authenticated suites only',
      'SMTP STARTTLS probe, inventory',
    ]);
  });

  it('tells what was agreed on, how, and what it says about itself', async () => {
    listener = await listenAs(speaksTls());
    const { code, printed } = await run(`127.0.0.1:${listener.port}`);
    expect(code).toBe(1);
    expect(printed).toEqual([
      'Greeting: 220 sma1.example.com ESMTP',
      'Agreed on TLSv1.2 ADH-AES256-SHA for “the default offer”: anonymous, without a certificate.',
      'Key exchange: DH, 1024 bits',
      'Takes no suite with a certificate.',
      'No certificate: the suite agreed on is anonymous.',
    ]);
  });

  it('tells of a refused offer what the listener takes instead', async () => {
    listener = await listenAs(speaksTls());
    const { code, printed } = await run(`127.0.0.1:${listener.port}`, '--offer', 'AES256-SHA');
    expect([code, printed]).toEqual([
      1,
      [
        'Greeting: 220 sma1.example.com ESMTP',
        `127.0.0.1:${listener.port} ends the TLS handshake with an alert.`,
        '  handshake_failure (40)',
        'Takes no suite with a certificate.',
        'Accepts an anonymous cipher when nothing else is offered. That alone is no fault.',
      ],
    ]);
  });

  it('a refusal on the way to STARTTLS names its stage, and no TLS that was never begun', async () => {
    listener = await listenAs((socket) => void socket.once('data', () => socket.end()).write('220 sma1\r\n'));
    const target = `127.0.0.1:${listener.port}`;
    const { code, printed } = await run(target);
    expect([code, printed]).toEqual([
      1,
      ['Greeting: 220 sma1', `The connection to ${target} was broken off.`, '  connection closed at ehlo'],
    ]);
  });

  it('of a listener without STARTTLS shows what it offers instead', async () => {
    listener = await listenAs(replies('220 sma1\r\n', '250-sma1\r\n250-SIZE 100\r\n250 8BITMIME\r\n', '221 bye\r\n'));
    const target = `127.0.0.1:${listener.port}`;
    const { printed } = await run(target);
    expect(printed).toEqual([
      'Greeting: 220 sma1',
      'EHLO: SIZE 100, 8BITMIME',
      `${target} does not offer STARTTLS.`,
      '  no STARTTLS among the keywords',
      'Connection 1 ended in starttls-missing; made once more after 0 ms, and not answered either.',
    ]);
  });

  it('an inventory that the listener cuts off is no answer; one cut by the own limit is what was asked for', async () => {
    listener = await listenAs((socket, connection) => {
      if (connection > 4) socket.end('421 busy\r\n');
      else
        speaksTls({ certificates: [Uint8Array.of(1)], keyType: 'RSA', suites: ['AES256-SHA', 'AES128-SHA'] })(socket);
    });
    const target = `127.0.0.1:${listener.port}`;
    const limited = await run(target, '--inventory', '--limit', '3');
    const cut = await run(target, '--inventory');
    expect([limited.code, limited.printed.at(-2)]).toEqual([
      0,
      'Ended after 3 of 120 connections: the limit of connections is reached',
    ]);
    expect([limited.said[0], cut.code]).toEqual([`Connections to ${target}: 3 at most; about 6 lines in its log`, 3]);
  });

  it('says now and then how far an inventory is, and what it waits for', async () => {
    listener = await listenAs(speaksTls());
    clock.step = 60_000;
    const { said } = await run(`127.0.0.1:${listener.port}`, '--inventory');
    clock.step = 0;
    expect(said.slice(3)).toEqual([
      'SMTP STARTTLS probe, inventory',
      ...Array.from({ length: said.length - 4 }, (_, index) => `${3 + index} connections so far`),
    ]);
  });

  it('goes on with a partial inventory', async () => {
    listener = await listenAs(speaksTls());
    const target = `127.0.0.1:${listener.port}`;
    const first = await run(target, '--inventory', '--limit', '4', '--json');
    const told = await run(target, '--inventory', '--limit', '4');
    const file = keep('partial.json', first.documents[0]);
    const second = await run(target, '--inventory', '--resume', file, '--json');
    expect(reportIn(first).partial).toMatchObject({ after: 4 });
    expect(told.printed.at(-1)).toBe(
      'Not asked yet: TLSv1.1, TLSv1, SSLv3. Go on with --resume and this document as --json.',
    );
    expect(reportIn(second)).toMatchObject({
      inventory: { 'TLSv1.2': ['ADH-AES256-SHA'], 'TLSv1.1': ['ADH-AES256-SHA'], TLSv1: ['ADH-AES256-SHA'], SSLv3: [] },
      partial: null,
      remaining: null,
    });
    expect(reportIn(second).connections).toBeGreaterThan(4);
  });

  it('refuses to go on with what does not fit', async () => {
    listener = await listenAs(speaksTls());
    const target = `127.0.0.1:${listener.port}`;
    const whole = await run(target, '--json');
    const files = [
      keep('done.json', whole.documents[0]),
      keep('other.json', { ...reportIn(whole), target: 'sma9:7025' }),
      keep('none.json', '{"schema":"cpq-doctor/tls/1"}'),
      keep('broken.json', '{'),
    ];
    const answers = [];
    for (const file of files) answers.push(await run(target, '--resume', file));
    answers.push(await run(target, '--from', 'Data 1'));
    answers.push(await run(target, '--resume', keep('part.json', whole.documents[0]), '--offer', 'HIGH'));
    expect(answers.map(({ code, said }) => [code, said.length])).toEqual(files.concat('', '').map(() => [2, 1]));
    expect(answers.map(({ said }) => said[0])).toEqual([
      expect.stringContaining('nothing is left to ask'),
      expect.stringContaining('this document is about sma9:7025'),
      expect.stringContaining('no document of tls --json'),
      expect.stringContaining('no document of tls --json'),
      expect.stringContaining('Data 1 is no IP address'),
      expect.stringContaining('has an offer of its own'),
    ]);
  });

  it('goes out from the address it is told, or says why not', async () => {
    const seen: (string | undefined)[] = [];
    listener = await listenAs((socket, connection) => {
      seen.push(socket.remoteAddress);
      speaksTls()(socket);
      return connection;
    });
    const target = `127.0.0.1:${listener.port}`;
    const own = await run(target, '--from', '127.0.0.9');
    const foreign = await run(target, '--from', '192.0.2.1');
    expect([own.code, [...new Set(seen)]]).toEqual([1, ['127.0.0.9']]);
    expect([foreign.code, foreign.printed]).toEqual([
      3,
      [
        `This machine cannot connect from here; nothing is said about ${target}.`,
        '  192.0.2.1 is no address of this machine (EADDRNOTAVAIL)',
      ],
    ]);
  });

  it('says that it asked again, and that STARTTLS comes and goes', async () => {
    listener = await listenAs((socket, connection) =>
      connection === 1 ? replies('220 sma1\r\n', '250 sma1\r\n', '221 bye\r\n')(socket) : speaksTls()(socket),
    );
    const { printed } = await run(`127.0.0.1:${listener.port}`);
    expect(printed.slice(-2)).toEqual([
      'Connection 1 ended in starttls-missing; made once more after 0 ms, and answered.',
      'STARTTLS is not always offered (connections with it: 2, without it: 1). That is no verdict.',
    ]);
  });
});
