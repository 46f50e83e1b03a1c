import { execFile } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { joined } from '../../main/core/tls/bytes';
import { writeMessage } from '../../main/core/tls/messages';
import { writeRecords } from '../../main/core/tls/records';
import { writeServerHello } from '../../main/core/tls/server-hello';
import { listenAs, replies } from '../support/listener';

const child = fileURLToPath(new URL('../support/probe-child.mjs', import.meta.url));
const MOST_BYTES = 64 * 1024 * 1024;

/** Pours the pieces for as long as the peer takes them. */
const pour = (socket: Socket, piece: Uint8Array, times: number): void => {
  let left = times;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      left -= 1;
      if (!socket.write(piece)) return;
    }
  };
  socket.on('drain', more);
  more();
};

const upTo = ['220 sma1\r\n', '250-sma1\r\n250 STARTTLS\r\n', '220 go\r\n'];
const inHandshake =
  (...pieces: (readonly [Uint8Array, number])[]) =>
  (socket: Socket): void => {
    replies(...upTo)(socket);
    socket.on('data', (bytes) => {
      if (bytes[0] === 0x16) for (const [piece, times] of pieces) pour(socket, piece, times);
    });
  };

const random = new Uint8Array(32);
const hello = writeRecords(22, 0x0303, writeMessage(2, writeServerHello('TLSv1.2', random, 0x0035, [])));
/** A Certificate message that says it is 16 MiB long, and so many records of it. */
const first = writeRecords(22, 0x0303, joined(Uint8Array.of(11, 0xff, 0xff, 0xff), new Uint8Array(16_000)));
const more = writeRecords(22, 0x0303, new Uint8Array(16_384));

const floods: [string, (socket: Socket) => void, string][] = [
  ['a banner of 100 MB', (socket) => pour(socket, Buffer.alloc(1_000_000, '220-sma1 \r\n'), 100), 'not-smtp'],
  ['a line of 100 MB', (socket) => pour(socket, Buffer.alloc(1_000_000, 'x'), 100), 'not-smtp'],
  ['100 MB of NULs', (socket) => pour(socket, Buffer.alloc(1_000_000), 100), 'not-smtp'],
  ['a certificate of 16 MiB', inHandshake([hello, 1], [first, 1], [more, 1024]), 'tls-malformed'],
  [
    'empty records without end',
    inHandshake([Buffer.alloc(1_000_000, '\x16\x03\x03\x00\x00', 'latin1'), 100]),
    'tls-malformed',
  ],
  [
    'warnings without end',
    inHandshake([Buffer.alloc(700_000, '\x15\x03\x03\x00\x02\x01\x70', 'latin1'), 100]),
    'tls-malformed',
  ],
];

describe('a flood', () => {
  it.each(floods)('of %s has a name, in less than 64 MiB', async (_name, behave, code) => {
    const listener = await listenAs(behave);
    const { stdout } = await promisify(execFile)('node', ['--expose-gc', child, String(listener.port)]);
    await listener.close();
    const { failure, unhandled, grown } = JSON.parse(stdout);
    expect({ code: failure?.code, unhandled }).toEqual({ code, unhandled: [] });
    expect(grown).toBeLessThan(MOST_BYTES);
  });
});
