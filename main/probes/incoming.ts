import type { Socket } from 'node:net';
import { within } from './deadline';

export type Incoming =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly errno: string }
  | { readonly kind: 'deadline' | 'cancelled' };

/** What came next, or that nothing did until the deadline (a moment of the monotonic clock). Never rejects. */
export type Next = (deadline: number, signal: AbortSignal | undefined) => Promise<Incoming>;

/** Turns the socket's events into a queue that is asked for one at a time; a flood waits in the peer, not here. */
export const incomingOf = (socket: Socket): Next => {
  const queue: Incoming[] = [];
  let wake: () => void = () => undefined;
  const push = (incoming: Incoming): void => {
    queue.push(incoming);
    socket.pause();
    wake();
  };
  socket.on('data', (bytes: Buffer) => push({ kind: 'bytes', bytes: new Uint8Array(bytes) }));
  socket.on('end', () => push({ kind: 'closed' }));
  socket.on('error', (error: NodeJS.ErrnoException) => push({ kind: 'error', errno: error.code ?? 'EUNKNOWN' }));
  socket.on('close', () => push({ kind: 'closed' }));
  socket.pause();
  return async (deadline, signal) => {
    const waiting = new Promise<void>((resolve) => {
      wake = resolve;
    });
    if (queue.length === 0) socket.resume();
    const interrupted = queue.length > 0 && !signal?.aborted ? undefined : await within(waiting, deadline, signal);
    return interrupted ? { kind: interrupted } : (queue.shift() ?? { kind: 'closed' });
  };
};
