import type { Socket } from 'node:net';
import { now, within } from './deadline';

/** How long the peer may take to close after us. */
const CLOSING_MS = 300;

const endOf = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });

/**
 * Says the last words and our end at once; the promise is fulfilled when the peer has ended too, so that it does not
 * count us any more, or did not in time, or the signal came. No socket is left then.
 */
export const closeSocket = async (
  socket: Socket,
  lastWords: Uint8Array | undefined,
  signal: AbortSignal | undefined,
): Promise<void> => {
  const ended = endOf(socket);
  if (lastWords) socket.end(lastWords);
  else socket.end();
  await within(ended, now() + CLOSING_MS, signal);
  socket.destroy();
};
