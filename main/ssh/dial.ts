import { connect, type Socket } from 'node:net';
import { type Failure, failure, socketFailure } from './failure';
import { type Limit, within } from './limit';

export type Dialled =
  | { readonly ok: true; readonly socket: Socket }
  | { readonly ok: false; readonly failure: Failure };

/** A TCP connection, or why there is none. Whoever gets the socket listens to its errors. */
export const dial = async (host: string, port: number, limit: Limit): Promise<Dialled> => {
  if (limit.signal?.aborted) return { ok: false, failure: failure('cancelled', '') };
  const socket = connect({ host, port });
  const connected = new Promise<Dialled>((resolve) => {
    socket.once('connect', () => resolve({ ok: true, socket }));
    // Answers are a few bytes: waiting to fill a packet would cost 40 ms at each question.
    socket.setNoDelay(true);
    socket.on('error', (error) => resolve({ ok: false, failure: socketFailure(error) }));
  });
  const outcome = await within(connected, limit);
  if (outcome.kind === 'value') return outcome.value;
  socket.destroy();
  const code = outcome.kind === 'cancelled' ? 'cancelled' : 'connect-timed-out';
  return { ok: false, failure: failure(code, '') };
};
