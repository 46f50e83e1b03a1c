import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type ProbeOptions, probeTls } from '../../../main/probes';
import { fullQueue } from '../../support/full-queue';
import { type Listener, listenAs } from '../../support/listener';
import { TIMED } from '../../support/timed';
import { speaksTls } from '../../support/tls-listener';

let listener: Listener | undefined;
afterEach(async () => {
  await listener?.close();
  listener = undefined;
});

const CANCELLED_MS = 200;
type Stage = (abort: () => void) => (socket: Socket, connection: number) => void;

/** Answers each piece that comes with the next text, and aborts when there is none. */
const until =
  (...texts: readonly string[]): Stage =>
  (abort) =>
  (socket) => {
    const left = [...texts];
    const next = (): void => {
      const text = left.shift();
      if (text === undefined) abort();
      else socket.write(text);
    };
    next();
    socket.on('data', next);
  };

const greeting = '220 sma1\r\n';
const keywords = '250-sma1\r\n250-HELP\r\n250 STARTTLS\r\n';

const stages: [string, Stage, Partial<ProbeOptions>, string][] = [
  ['before the greeting', until(), {}, 'cancelled'],
  [
    'behind half a greeting',
    (abort) => (socket) => void socket.resume().write('220-sm', () => abort()),
    {},
    'cancelled',
  ],
  ['behind EHLO', until(greeting), {}, 'cancelled'],
  ['behind HELP', until(greeting, keywords), {}, 'cancelled'],
  ['behind STARTTLS', until(greeting, keywords, '214 x\r\n'), {}, 'cancelled'],
  ['in the handshake', until(greeting, keywords, '214 x\r\n', '220 go\r\n'), {}, 'cancelled'],
  [
    'in the pause behind a 421',
    (abort) => (socket) => {
      socket.resume().end('421 busy\r\n');
      socket.on('close', abort);
    },
    {},
    'too-many-connections',
  ],
  [
    'in the second try behind a 421',
    (abort) => (socket, connection) => {
      socket.resume();
      if (connection === 1) socket.end('421 busy\r\n');
      else abort();
    },
    {},
    'too-many-connections',
  ],
  [
    'while the peer keeps its end open',
    (abort) => (socket) => {
      socket.on('end', abort);
      socket.resume().write('554 no\r\n');
    },
    {},
    'greeting-refused',
  ],
  [
    'in the middle of an inventory',
    (abort) => (socket, connection) => {
      speaksTls()(socket);
      if (connection === 5) socket.once('data', abort);
    },
    { inventory: true },
    'cancelled',
  ],
];

describe('a probe that is cancelled', () => {
  it.each(stages)('%s ends within 200 ms, and no socket is left', TIMED, async (_name, stage, options, ended) => {
    const controller = new AbortController();
    let aborted = 0;
    const behave = stage(() => {
      aborted ||= performance.now();
      controller.abort();
    });
    listener = await listenAs(behave, { allowHalfOpen: true });
    const target = { host: '127.0.0.1', port: listener.port };
    const { report } = await probeTls(target, { offer: null, suites: null, signal: controller.signal, ...options });
    const { empty } = listener;
    expect(performance.now() - aborted).toBeLessThan(CANCELLED_MS);
    await empty();
    expect(performance.now() - aborted).toBeLessThan(CANCELLED_MS);
    expect(report.failure?.code ?? report.partial?.because).toBe(ended);
  });

  it('before it begins opens nothing', async () => {
    listener = await listenAs(() => undefined);
    const target = { host: '127.0.0.1', port: listener.port };
    const { report } = await probeTls(target, { offer: null, suites: null, signal: AbortSignal.abort() });
    expect([report.failure?.code, listener.accepted()]).toEqual(['cancelled', 0]);
  });

  it('while connecting ends within 200 ms', TIMED, async () => {
    const deaf = await fullQueue();
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => controller.abort(), 100);
    const target = { host: '127.0.0.1', port: deaf.port };
    const { report } = await probeTls(target, { offer: null, suites: null, signal: controller.signal });
    expect(performance.now() - started).toBeLessThan(100 + CANCELLED_MS);
    expect(report.failure).toEqual({ code: 'cancelled', stage: 'connect', detail: 'cancelled' });
    const waited = await probeTls(target, { offer: null, suites: null, retry: false, timeoutMs: 100 });
    deaf.close();
    expect(waited.report.tcp?.attempts).toEqual([
      { address: '127.0.0.1', outcome: 'connect-timed-out', errno: null, ms: expect.any(Number) },
    ]);
  });
});
