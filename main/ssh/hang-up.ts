import type { Duplex } from 'node:stream';
import type { Client } from 'ssh2';

const HANG_UP_MS = 500;

/** Ends a client and waits until its stream is closed, half a second at most; then the stream is destroyed. */
export const hangUp = (client: Client, stream: Duplex): Promise<void> =>
  new Promise((resolve) => {
    if (stream.destroyed) return resolve();
    const timer = setTimeout(() => {
      stream.destroy();
      resolve();
    }, HANG_UP_MS);
    stream.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    client.end();
  });
