import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type InitiatorState,
  newResponder,
  type Suite,
  startTls,
  stepResponder,
  stepTls,
  suiteNamed,
  type TlsAnswer,
  type TlsEvent,
  type TlsVersion,
} from '../../../main/core/tls';
import { block, joined, number } from '../../../main/core/tls/bytes';
import { writeMessage } from '../../../main/core/tls/messages';
import { writeAlert, writeRecords } from '../../../main/core/tls/records';
import { writeServerHello } from '../../../main/core/tls/server-hello';
import { testPolicy } from './policy';

const random = new Uint8Array(32).fill(1);
const named = (...names: string[]): Suite[] => names.map(suiteNamed).filter((suite): suite is Suite => suite !== null);
const start = startTls({ version: 'TLSv1.2', suites: named('ADH-AES256-SHA', 'AES256-SHA'), random });

/** Feeds the pieces one by one, and says how it ended and what was written down. */
const feed = (state: InitiatorState, ...events: readonly TlsEvent[]): { done: TlsAnswer | null; lines: string[] } => {
  const lines: string[] = [];
  let now = state;
  for (const event of events) {
    const step = stepTls(now, event);
    now = step.state;
    lines.push(...step.lines);
    if (step.done) return { done: step.done, lines };
  }
  return { done: null, lines };
};
const bytes = (content: Uint8Array): TlsEvent => ({ kind: 'bytes', bytes: content });
const meaning = (lines: readonly string[]): string[] => lines.filter((line) => line.startsWith('TLS: '));
const handshake = (...messages: readonly Uint8Array[]): Uint8Array => writeRecords(22, 0x0303, joined(...messages));
const flight = (): Uint8Array => stepResponder(testPolicy({}), newResponder(), start.send).send ?? new Uint8Array(0);
const message = writeMessage;
const retryRandom = Uint8Array.from(
  'cf21ad74e59a6111be1d8c021e65b891c2a211167abb8c5e079e09e2c8a8339c'.match(/../g) ?? [],
  (pair) => Number.parseInt(pair, 16),
);
const failure = (detail: string): TlsAnswer => ({ kind: 'failed', code: 'tls-malformed', detail });

describe('the start of a handshake', () => {
  it('ends with ServerHelloDone, and every record is written down', () => {
    const { done, lines } = feed(start.state, bytes(flight()));
    expect(done).toMatchObject({
      kind: 'agreed',
      agreement: { version: 'TLSv1.2', suite: { name: 'ADH-AES256-SHA', anonymous: true }, complete: true },
    });
    expect(meaning(lines)).toEqual([
      'TLS: ServerHello TLSv1.2 ADH-AES256-SHA (anonymous)',
      'TLS: ServerKeyExchange DH 1024 bits',
      'TLS: ServerHelloDone',
    ]);
    expect(lines.filter((line) => line.startsWith('TLS S: 16'))).toHaveLength(3);
  });

  it('is the same however the bytes are cut, and keeps the suite where they break off', () => {
    const whole = flight();
    const helloEnd = 5 + (whole[4] ?? 0);
    for (let cut = 1; cut < whole.length; cut += 1) {
      const pieces = [bytes(whole.subarray(0, cut)), bytes(whole.subarray(cut))];
      expect(feed(start.state, ...pieces).done).toEqual(feed(start.state, bytes(whole)).done);
      const { done } = feed(start.state, bytes(whole.subarray(0, cut)), { kind: 'closed' });
      if (cut >= helloEnd) expect(done).toMatchObject({ kind: 'agreed', agreement: { complete: false } });
      else
        expect(done).toEqual({ kind: 'failed', code: 'tls-closed', detail: 'connection closed during the handshake' });
    }
  });

  it('cut by a reset at any byte is a reset, and behind the ServerHello an agreement cut short', () => {
    const whole = flight();
    const helloEnd = 5 + (whole[4] ?? 0);
    for (let cut = 0; cut < whole.length; cut += 1) {
      const { done } = feed(start.state, bytes(whole.subarray(0, cut)), { kind: 'reset', errno: 'ECONNRESET' });
      if (cut >= helloEnd) expect(done).toMatchObject({ agreement: { complete: false, cutShort: 'reset' } });
      else expect(done).toEqual({ kind: 'failed', code: 'reset', detail: 'connection reset (ECONNRESET)' });
    }
  });

  it('says at the deadline what had come', () => {
    const { done } = feed(start.state, bytes(Uint8Array.of(22, 3, 3)), { kind: 'deadline' });
    expect(done).toMatchObject({ code: 'tls-timed-out', detail: '3 bytes of an answer in time, no more' });
  });

  it('reads one message in many records and many messages in one record', () => {
    const hello = writeMessage(2, writeServerHello('TLSv1.2', random, 0x0035, []));
    const all = joined(hello, writeMessage(11, Uint8Array.of(0, 0, 0)), writeMessage(14, new Uint8Array(0)));
    const single = Array.from(all, (byte) => bytes(writeRecords(22, 0x0303, Uint8Array.of(byte))));
    for (const events of [single, [bytes(writeRecords(22, 0x0303, all))]])
      expect(feed(start.state, ...events).done).toMatchObject({ kind: 'agreed', agreement: { complete: true } });
  });
});

describe('what the flight says besides the suite', () => {
  const exchange = (names: string[], version: TlsVersion, suite: number, ...rest: Uint8Array[]) => {
    const { state } = startTls({ version, suites: named(...names), random });
    const hello = message(2, writeServerHello(version, random, suite, []));
    const { done } = feed(state, bytes(handshake(hello, ...rest, message(14, new Uint8Array(0)))));
    return done?.kind === 'agreed' ? done.agreement : done;
  };
  const dh = joined(block(2, new Uint8Array(128).fill(0xff)), block(2, Uint8Array.of(2)), block(2, Uint8Array.of(9)));
  const signed = (scheme: number): Uint8Array => joined(number(2, scheme), block(2, Uint8Array.of(1)));

  it('is the group, its size and how it is signed', () => {
    const curved = joined(Uint8Array.of(3, 0, 23), block(1, new Uint8Array(65)), signed(0x0804));
    const export512 = joined(block(2, new Uint8Array(64).fill(0x80)), block(2, Uint8Array.of(3)), block(2));
    expect([
      exchange(['DHE-RSA-AES256-SHA'], 'TLSv1.2', 0x0039, message(12, joined(dh, signed(0x0401)))),
      exchange(['DHE-RSA-AES256-SHA'], 'TLSv1', 0x0039, message(12, joined(dh, block(2)))),
      exchange(['ECDHE-RSA-AES256-SHA'], 'TLSv1.2', 0xc014, message(12, curved)),
      exchange(['EXP-RC4-MD5'], 'SSLv3', 0x0003, message(12, export512)),
    ]).toMatchObject([
      { keyExchange: { kind: 'dh', bits: 1024, scheme: 0x0401 } },
      { keyExchange: { kind: 'dh', bits: 1024, scheme: null } },
      { keyExchange: { kind: 'ecdh', group: 'secp256r1', bits: 256, scheme: 0x0804 } },
      { keyExchange: { kind: 'rsa', bits: 512, scheme: null } },
    ]);
  });

  it('is a request for a certificate, and no more certificates than a chain has', () => {
    const many = message(11, block(3, ...Array.from({ length: 900 }, () => block(3, Uint8Array.of(1)))));
    const asked = exchange(['AES256-SHA'], 'TLSv1.2', 0x0035, many, message(13, new Uint8Array(8)));
    expect(asked).toMatchObject({ certificateRequested: true, complete: true, cutShort: null });
    expect(asked).toHaveProperty('certificates.length', 32);
  });

  it('is not read where a shared key comes first', () => {
    const hinted = message(12, block(2, Uint8Array.of(1)));
    expect(exchange(['PSK-AES256-CBC-SHA'], 'TLSv1.2', 0x008d, hinted)).toMatchObject({ keyExchange: null });
  });

  it('is left unread where only the suite is wanted', () => {
    const first = startTls({ version: 'TLSv1.2', suites: named('AES256-SHA'), random }, 'server-hello');
    const hello = handshake(message(2, writeServerHello('TLSv1.2', random, 0x0035, [])));
    expect(feed(first.state, bytes(hello)).done).toMatchObject({
      agreement: { suite: { name: 'AES256-SHA' }, complete: false, cutShort: null },
    });
  });

  it('is the group of the first retry request, however many would follow', () => {
    const { state } = startTls({ version: 'TLSv1.3', suites: named('TLS_AES_128_GCM_SHA256'), random });
    const retry = writeServerHello('TLSv1.2', retryRandom, 0x1301, [
      [43, Uint8Array.of(3, 4)],
      [51, Uint8Array.of(0, 29)],
    ]);
    const endless = handshake(...Array.from({ length: 50 }, () => message(2, retry)));
    const { done, lines } = feed(state, bytes(endless));
    expect(done).toMatchObject({
      agreement: { helloRetryRequest: true, keyExchange: { group: 'x25519' }, complete: true },
    });
    expect(meaning(lines)).toEqual([
      'TLS: HelloRetryRequest TLSv1.3 TLS_AES_128_GCM_SHA256 (authenticated)',
      'TLS: group ECDH x25519',
    ]);
  });
});

describe('what is no agreement', () => {
  const hello = (suite: number, version: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.2'): Uint8Array =>
    handshake(
      writeMessage(
        2,
        writeServerHello('TLSv1.2', random, suite, version === 'TLSv1.3' ? [[43, Uint8Array.of(3, 4)]] : []),
      ),
    );
  const cases: [string, TlsEvent[], TlsAnswer][] = [
    ['a fatal alert', [bytes(writeAlert(0x0303, 2, 40))], { kind: 'alert', code: 40, name: 'handshake_failure (40)' }],
    [
      'a warning and a fatal alert in one record',
      [bytes(writeRecords(21, 0x0303, Uint8Array.of(1, 112, 2, 40)))],
      { kind: 'alert', code: 40, name: 'handshake_failure (40)' },
    ],
    ['half an alert', [bytes(writeRecords(21, 0x0303, Uint8Array.of(1, 112, 2)))], failure('Alert cut short')],
    [
      'a record full of warnings',
      [bytes(writeRecords(21, 0x0303, new Uint8Array(16_384).fill(1)))],
      failure('more than 16 alerts in a record'),
    ],
    [
      'a warning, then silence',
      [bytes(writeAlert(0x0303, 1, 112)), { kind: 'deadline' }],
      { kind: 'failed', code: 'tls-timed-out', detail: 'no answer to the ClientHello in time' },
    ],
    [
      'close_notify',
      [bytes(writeAlert(0x0303, 1, 0))],
      { kind: 'failed', code: 'tls-closed', detail: 'close_notify instead of an answer' },
    ],
    [
      'plain text',
      [bytes(Uint8Array.from('454 TLS not available', (letter) => letter.charCodeAt(0)))],
      failure('no TLS record: "454 TLS not available"'),
    ],
    [
      'a suite that was not offered',
      [bytes(hello(0x0004))],
      failure('ServerHello picks RC4-MD5, which was not offered'),
    ],
    ['a suite of no table', [bytes(hello(0xfefe))], failure('ServerHello picks 0xfefe, which was not offered')],
    ['a newer version than offered', [bytes(hello(0x0035, 'TLSv1.3'))], failure('ServerHello with version 0x0304')],
    ['a second ServerHello', [bytes(hello(0x0035)), bytes(hello(0x0035))], failure('a second ServerHello')],
    [
      'a certificate first',
      [bytes(handshake(writeMessage(11, Uint8Array.of(0, 0, 0))))],
      failure('Certificate before ServerHello'),
    ],
    [
      'a certificate of 16 MiB',
      [bytes(writeRecords(22, 0x0303, Uint8Array.of(11, 0xff, 0xff, 0xff)))],
      failure('handshake message over 131072 bytes'),
    ],
    [
      'a record of 64 KiB',
      [bytes(Uint8Array.of(22, 3, 3, 0xff, 0xff))],
      failure('record longer than the protocol allows'),
    ],
    [
      'application data',
      [bytes(writeRecords(23, 0x0303, Uint8Array.of(1)))],
      failure('record of type 23 during the handshake'),
    ],
  ];

  it.each(cases)('%s', (_name, events, expected) => {
    expect(feed(start.state, ...events).done).toEqual(expected);
  });

  it('empty records without end are cut off', () => {
    const empty = new Uint8Array(5 * 5000);
    for (let at = 0; at < empty.length; at += 5) empty.set([22, 3, 3, 0, 0], at);
    expect(feed(start.state, bytes(empty)).done).toEqual(failure('more than 4096 records'));
  });

  it('no bytes make the machine throw or send', () => {
    const any = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 60 }).map((body) => handshake(body)),
      ),
    );
    fc.assert(
      fc.property(any, (pieces) => {
        let { state } = start as { state: InitiatorState };
        for (const piece of pieces) {
          const step = stepTls(state, bytes(piece));
          expect(step).not.toHaveProperty('send');
          state = step.state;
          if (step.done) return;
        }
      }),
      { numRuns: 2000 },
    );
  });
});
