import { connect as connectSocket, type Socket } from 'node:net';
import { now, within } from './deadline';
import type { Address } from './resolve';

export type Incoming =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly errno: string }
  | { readonly kind: 'deadline' | 'cancelled' };

/** One TCP connection. Bytes are read only when asked for, so a flood waits in the peer, not in memory. */
export type Connection = {
  readonly local: string;
  readonly send: (bytes: Uint8Array) => void;
  readonly next: (deadline: number, signal: AbortSignal | undefined) => Promise<Incoming>;
  /** Says the last words, then waits a little for the peer to close, so that it does not count us any more. */
  readonly close: (lastWords?: Uint8Array) => Promise<void>;
};

export type Connected =
  | { readonly kind: 'connected'; readonly connection: Connection; readonly ms: number }
  | { readonly kind: 'failed'; readonly errno: string; readonly ms: number }
  | { readonly kind: 'deadline'; readonly ms: number }
  | { readonly kind: 'cancelled'; readonly ms: number };

/** How long the peer may take to close after us. */
const CLOSING_MS = 300;

const endOf = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.destroyed) resolve();
    else socket.once('close', () => resolve());
  });

const closer =
  (socket: Socket) =>
  async (lastWords?: Uint8Array): Promise<void> => {
    const ended = endOf(socket);
    socket.resume();
    if (lastWords) socket.end(lastWords);
    else socket.end();
    await within(ended, now() + CLOSING_MS, undefined);
    socket.destroy();
  };

/** Turns the socket's events into a queue that is asked for one at a time. */
const reader = (socket: Socket): Connection['next'] => {
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

const addressText = (address: string | undefined, port: number | undefined): string =>
  address?.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const opened = (socket: Socket): Promise<string | null> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(null));
    // Stays for the life of the socket: an error after the end of our interest must not be unhandled.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'EUNKNOWN'));
  });

/** Connects to one address; failures are values with their errno. Never rejects, leaves no socket behind. */
export const connectTo = async (
  { address, family }: Address,
  port: number,
  deadline: number,
  signal: AbortSignal | undefined,
): Promise<Connected> => {
  const started = now();
  if (signal?.aborted) return { kind: 'cancelled', ms: 0 };
  const socket = connectSocket({ host: address, port, family, noDelay: true });
  const answer = await within(opened(socket), deadline, signal);
  const ms = Math.round(now() - started);
  if (answer === null) {
    const local = addressText(socket.localAddress, socket.localPort);
    const send = (bytes: Uint8Array): void => void socket.write(bytes);
    return { kind: 'connected', ms, connection: { local, send, next: reader(socket), close: closer(socket) } };
  }
  socket.destroy();
  return answer === 'deadline' || answer === 'cancelled' ? { kind: answer, ms } : { kind: 'failed', errno: answer, ms };
};
