import { connect as connectSocket, type Socket } from 'node:net';
import { closeSocket } from './closing';
import { now, within } from './deadline';
import { type Inbox, type Next, newInbox } from './incoming';
import type { Address } from './resolve';
import { type Unacknowledged, unacknowledged } from './unacknowledged';

export type { Incoming } from './incoming';

/** One TCP connection. Bytes are read only when asked for. */
export type Connection = {
  readonly local: string;
  readonly send: (bytes: Uint8Array) => void;
  readonly next: Next;
  /** Says the last words and our end; fulfilled when the peer has ended too, a little later, or on the signal. */
  readonly close: (lastWords: Uint8Array | undefined, signal: AbortSignal | undefined) => Promise<void>;
  /** What the peer's system has not acknowledged; null where this one does not tell. */
  readonly unacknowledged: () => Promise<Unacknowledged | null>;
};

export type Connected =
  | { readonly kind: 'connected'; readonly connection: Connection; readonly ms: number }
  | { readonly kind: 'failed'; readonly errno: string; readonly ms: number }
  | { readonly kind: 'deadline'; readonly ms: number }
  | { readonly kind: 'cancelled'; readonly ms: number };

export type Way = {
  readonly address: Address;
  readonly port: number;
  /** The address of this machine to go out from; the system's choice where it is not given. */
  readonly localAddress: string | undefined;
};

/**
 * A peer that vanished while both sides wait is noticed by TCP's own probes: the first after this, ten more a second
 * apart (libuv's fixed values), then ETIMEDOUT.
 */
const KEEPALIVE_MS = 5000;

const addressText = (address: string | undefined, port: number | undefined): string =>
  address?.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;

const opened = (socket: Socket): Promise<string | null> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(null));
    // Stays for the life of the socket: an error after the end of our interest must not be unhandled.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'EUNKNOWN'));
  });

const connectionOf = (socket: Socket, inbox: Inbox): Connection => {
  const ports = { local: socket.localPort ?? 0, remote: socket.remotePort ?? 0 };
  return {
    local: addressText(socket.localAddress, socket.localPort),
    send: (bytes) => void socket.write(bytes),
    next: inbox.next,
    close: (lastWords, signal) => {
      inbox.drain();
      return closeSocket(socket, lastWords, signal);
    },
    unacknowledged: () => unacknowledged(ports),
  };
};

const socketTo = ({ address, port, localAddress }: Way, { onread }: Inbox): Socket =>
  connectSocket({
    host: address.address,
    port,
    family: address.family,
    onread,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEPALIVE_MS,
    ...(localAddress === undefined ? {} : { localAddress }),
  });

/** Connects to one address; failures are values with their errno. Never rejects, leaves no socket behind. */
export const connectTo = async (way: Way, deadline: number, signal: AbortSignal | undefined): Promise<Connected> => {
  const started = now();
  if (signal?.aborted) return { kind: 'cancelled', ms: 0 };
  const inbox = newInbox();
  const socket = socketTo(way, inbox);
  inbox.attach(socket);
  const answer = await within(opened(socket), deadline, signal);
  const ms = Math.round(now() - started);
  if (answer === null) return { kind: 'connected', ms, connection: connectionOf(socket, inbox) };
  socket.destroy();
  return answer === 'deadline' || answer === 'cancelled' ? { kind: answer, ms } : { kind: 'failed', errno: answer, ms };
};
