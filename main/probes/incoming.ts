import type { OnReadOpts, Socket } from 'node:net';
import { within } from './deadline';

export type Incoming =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'closed' }
  | { readonly kind: 'error'; readonly errno: string }
  | { readonly kind: 'deadline' | 'cancelled' };

/** What came next, or that nothing did until the deadline (a moment of the monotonic clock). Never rejects. */
export type Next = (deadline: number, signal: AbortSignal | undefined) => Promise<Incoming>;

export type Inbox = {
  /** To be given to the socket at its making. */
  readonly onread: OnReadOpts;
  readonly attach: (socket: Socket) => void;
  readonly next: Next;
  /** From now on everything is thrown away, so that our end is no reset; a flood is ended instead. */
  readonly drain: () => void;
};

/** One flight of TLS fits. */
const BUFFER_BYTES = 16_384;
const MOST_DRAINED = 1 << 20;

/**
 * Turns the socket's events into a queue that is asked for one at a time; a flood waits in the peer, not here. Reading
 * stops inside the read itself (`onread`) and begins again a turn of the loop later: libuv, while it reads, takes bytes
 * with a reset behind them for bytes with an ordinary end behind them, and the reset is never heard of (its
 * `uv__stream_io`; measured by `bad-input.test.ts`).
 */
export const newInbox = (): Inbox => {
  const queue: Incoming[] = [];
  let wake: () => void = () => undefined;
  let drained: number | null = null;
  let socket: Socket | undefined;
  const push = (incoming: Incoming): void => {
    queue.push(incoming);
    wake();
  };
  const onBytes = (count: number, buffer: Uint8Array): boolean => {
    if (drained === null) {
      push({ kind: 'bytes', bytes: buffer.slice(0, count) });
      return false;
    }
    drained += count;
    if (drained > MOST_DRAINED) socket?.destroy();
    return true;
  };
  return {
    onread: { buffer: new Uint8Array(BUFFER_BYTES), callback: onBytes },
    attach: (made) => {
      socket = made;
      made.on('end', () => push({ kind: 'closed' }));
      made.on('error', (error: NodeJS.ErrnoException) => push({ kind: 'error', errno: error.code ?? 'EUNKNOWN' }));
      made.on('close', () => push({ kind: 'closed' }));
      made.pause();
    },
    drain: () => {
      drained = 0;
      socket?.resume();
    },
    next: async (deadline, signal) => {
      const waiting = new Promise<void>((resolve) => {
        wake = resolve;
      });
      if (queue.length === 0) setImmediate(() => socket?.resume());
      const interrupted = queue.length > 0 && !signal?.aborted ? undefined : await within(waiting, deadline, signal);
      return interrupted ? { kind: interrupted } : (queue.shift() ?? { kind: 'closed' });
    },
  };
};
