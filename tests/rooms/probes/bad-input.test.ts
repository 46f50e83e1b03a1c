import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTls, suiteNamed } from '../../../main/core/tls';
import { joined } from '../../../main/core/tls/bytes';
import { writeMessage } from '../../../main/core/tls/messages';
import { writeRecords } from '../../../main/core/tls/records';
import { newResponder, stepResponder } from '../../../main/core/tls/responder';
import { writeServerHello } from '../../../main/core/tls/server-hello';
import { type ProbeOptions, type ProbeResult, probeTls } from '../../../main/probes';
import { testPolicy } from '../../core/tls/policy';
import { type Listener, listenAs, replies } from '../../support/listener';
import { TIMED } from '../../support/timed';

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

const once: ProbeOptions = { offer: null, suites: null, retry: false, forceAnonymous: false, timeoutMs: 3000 };
const probe = async (behave: (socket: Socket) => void, options: Partial<ProbeOptions> = {}): Promise<ProbeResult> => {
  listener = await listenAs(behave);
  return probeTls({ host: '127.0.0.1', port: listener.port }, { ...once, ...options });
};

const greeting = '220 sma1\r\n';
const keywords = '250-sma1\r\n250 STARTTLS\r\n';
const go = '220 go\r\n';
const random = new Uint8Array(32).fill(1);
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const handshake = (...messages: Uint8Array[]): string => latin(writeRecords(22, 0x0303, joined(...messages)));
const hello = writeMessage(2, writeServerHello('TLSv1.2', random, 0x003a, []));

const flightOf = (): string => {
  const suite = suiteNamed('ADH-AES256-SHA');
  const offer = startTls({ version: 'TLSv1.2', suites: suite ? [suite] : [], random }).send;
  return latin(stepResponder(testPolicy({}), newResponder(), offer).send ?? new Uint8Array(0));
};

/** Says the text a piece at a time, as long as the peer listens. */
const dripping =
  (text: string, everyMs: number, before: readonly string[] = []) =>
  (socket: Socket): void => {
    const drip = (): void => {
      const left = [...text];
      const timer = setInterval(() => {
        const next = left.shift();
        if (next === undefined) clearInterval(timer);
        else socket.write(Buffer.from(next, 'latin1'));
      }, everyMs);
      socket.on('close', () => clearInterval(timer));
    };
    if (before.length === 0) drip();
    replies(...before)(socket);
    socket.on('data', (bytes) => bytes[0] === 0x16 && drip());
  };

describe('a peer that is slow', () => {
  it('and silent is left after the silence that is allowed, with what was seen', TIMED, async () => {
    const { report } = await probe(() => undefined, { silenceMs: 100 });
    expect(report.failure).toEqual({ code: 'greeting-missing', stage: 'greeting', detail: 'silence' });
    expect(report.durationMs).toBeLessThan(1000);
  });

  it('is told of while it is waited for, with what is missing and how long yet', async () => {
    const waits: { stage: string; leftMs: number }[] = [];
    const options = { silenceMs: 150, tellWaitMs: 20, onWait: (wait: (typeof waits)[number]) => void waits.push(wait) };
    const greeted = await probe((socket) => void socket.write('220 sma1\r\n'), options);
    expect(greeted.report.failure).toMatchObject({ code: 'tls-timed-out', stage: 'ehlo' });
    expect([...new Set(waits.map(({ stage }) => stage))]).toEqual(['ehlo']);
    expect(waits.every(({ leftMs }) => leftMs >= 0 && leftMs <= 150)).toBe(true);
    expect(waits[0]?.leftMs).toBeGreaterThan(waits.at(-1)?.leftMs ?? 0);
  });

  it('and greets late is waited for as long as bytes come', async () => {
    const { report } = await probe(
      (socket) => {
        const drip = dripping('220-one\r\n220 two\r\n', 30);
        drip(socket);
        socket.once('data', () => socket.write('250 sma1\r\n'));
      },
      { silenceMs: 300 },
    );
    expect(report).toMatchObject({ banner: '220-one\n220 two', failure: { code: 'starttls-missing' } });
  });

  it('in the handshake is left at the deadline', async () => {
    const { report } = await probe(dripping(handshake(hello), 40, [greeting, keywords, go]), { timeoutMs: 400 });
    expect(report.failure).toMatchObject({
      code: 'tls-timed-out',
      stage: 'handshake',
      detail: expect.stringMatching(/^\d+ bytes of an answer in time, no more$/),
    });
  });
});

describe('bytes that are no answer', () => {
  const certificate = joined(Uint8Array.of(11, 0xff, 0xff, 0xff), new Uint8Array(16_000));
  const cases: [string, string[], string, string, string][] = [
    ['NULs', ['\0'.repeat(5000)], 'not-smtp', 'greeting', 'unknown'],
    [
      'bytes pipelined with the 220',
      [greeting, keywords, `${go}250 x`],
      'starttls-injected',
      'starttls',
      'bytes behind the 220, before TLS',
    ],
    [
      'plain text behind STARTTLS',
      [greeting, keywords, go, '250 ok\r\n'],
      'tls-malformed',
      'handshake',
      'no TLS record: "250 ok\\r\\n"',
    ],
    [
      'a certificate before the ServerHello',
      [greeting, keywords, go, handshake(writeMessage(11, new Uint8Array(3)), hello)],
      'tls-malformed',
      'handshake',
      'Certificate before ServerHello',
    ],
    [
      'the end of the flight before its beginning',
      [greeting, keywords, go, handshake(writeMessage(14, new Uint8Array(0)))],
      'tls-malformed',
      'handshake',
      'ServerHelloDone before ServerHello',
    ],
    [
      'a certificate of 16 MiB',
      [greeting, keywords, go, handshake(hello) + latin(writeRecords(22, 0x0303, certificate))],
      'tls-malformed',
      'handshake',
      'handshake message over 131072 bytes',
    ],
    [
      'a record that is too long',
      [greeting, keywords, go, '\x16\x03\x03\xff\xff'],
      'tls-malformed',
      'handshake',
      'record longer than the protocol allows',
    ],
    [
      'a change of ciphers',
      [greeting, keywords, go, '\x14\x03\x03\x00\x01\x01'],
      'tls-malformed',
      'handshake',
      'record of type 20 during the handshake',
    ],
  ];

  it.each(cases)('%s have a name', async (_name, texts, code, stage, detail) => {
    const { report } = await probe(replies(...texts));
    expect(report).toMatchObject({ failure: { code, stage, detail }, negotiated: null, connections: 1 });
  });

  it('a retry request is the answer, however many would follow', async () => {
    const retryRandom = Buffer.from('cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c', 'hex');
    const retry = writeServerHello('TLSv1.2', retryRandom, 0x1301, [
      [43, Uint8Array.of(3, 4)],
      [51, Uint8Array.of(0, 23)],
    ]);
    const endless = (socket: Socket): void => {
      replies(greeting, keywords, go)(socket);
      const more = Buffer.from(handshake(writeMessage(2, retry)), 'latin1');
      socket.on('data', (bytes) => bytes[0] === 0x16 && socket.write(Buffer.concat(Array(50).fill(more))));
    };
    const { report } = await probe(endless, { suites: ['TLS_AES_128_GCM_SHA256'] });
    expect(report).toMatchObject({
      negotiated: { protocol: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' },
      keyExchange: { kind: 'ecdh', group: 'secp256r1', bits: 256 },
      certificateUnseen: 'tls-1.3',
      connections: 1,
    });
  });
});

describe('a connection that is reset', () => {
  const texts = [greeting, keywords, go, flightOf()];
  const length = texts.join('').length;

  /** Says the first `cut` bytes of the whole dialogue in their turns, then resets. */
  const resetAfter =
    (cut: number) =>
    (socket: Socket): void => {
      let left = cut;
      const turns = [...texts];
      const say = (): void => {
        const text = (turns.shift() ?? '').slice(0, left);
        left -= text.length;
        if (text !== '') socket.write(Buffer.from(text, 'latin1'));
        if (left === 0) socket.resetAndDestroy();
      };
      say();
      socket.on('data', say);
    };

  it('has a name wherever that is', { timeout: 60_000 }, async () => {
    let cut = 0;
    listener = await listenAs((socket) => resetAfter(cut)(socket));
    const outcomes = new Set<string>();
    for (; cut <= length; cut += 1) {
      const { report } = await probeTls({ host: '127.0.0.1', port: listener.port }, once);
      const { failure, negotiated, cutShort } = report;
      outcomes.add(failure ? `${failure.code} at ${failure.stage}` : `${negotiated?.cipher}, ${cutShort}`);
    }
    // Where the kernel reports the reset before the bytes, they count as not come.
    const known = /^(reset at (connect|greeting|ehlo|starttls|handshake)|ADH-AES256-SHA, (reset|null))$/;
    expect([...outcomes].filter((one) => !known.test(one))).toEqual([]);
    expect(outcomes.size).toBeGreaterThan(3);
  });
});

describe('the anonymous question alone', () => {
  it.each([
    ['without HELP', keywords, 3],
    ['with HELP', '250-sma1\r\n250-HELP\r\n250 STARTTLS\r\n', 4],
  ])('takes its round trips and no more, %s', async (_name, offered, most) => {
    let turns = 0;
    const texts = [greeting, offered, ...(most === 4 ? ['214 x\r\n'] : []), go, flightOf()];
    const { report } = await probe(
      (socket) => {
        replies(...texts)(socket);
        socket.on('data', () => {
          turns += 1;
        });
        socket.on('end', () => {
          turns -= 1;
        });
      },
      { suites: ['ADH-AES256-SHA'] },
    );
    expect(report).toMatchObject({ negotiated: { cipher: 'ADH-AES256-SHA' }, connections: 1 });
    // The farewell, which comes with the end, waits for nothing.
    expect(turns).toBe(most);
  });
});
