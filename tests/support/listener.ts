import { type AddressInfo, createServer, type Socket } from 'node:net';

export type Listener = {
  readonly port: number;
  readonly accepted: () => number;
  /** Fulfilled as soon as the end of every connection was seen; a peer that does not read never sees it. */
  readonly empty: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** A TCP listener of 127.0.0.1 whose peer behaves as told, given the number of the connection. */
export const listenAs = async (
  behave: (socket: Socket, connection: number) => void,
  options: { readonly allowHalfOpen?: boolean } = {},
): Promise<Listener> => {
  const open = new Set<Socket>();
  const talking = new Set<Socket>();
  let accepted = 0;
  let whenEmpty: () => void = () => undefined;
  const server = createServer(options, (socket) => {
    accepted += 1;
    open.add(socket);
    talking.add(socket);
    const ended = (): void => {
      talking.delete(socket);
      if (talking.size === 0) whenEmpty();
    };
    socket.on('end', ended);
    socket.on('close', ended);
    socket.on('close', () => open.delete(socket));
    // A prober hangs up whenever it has its answer.
    socket.on('error', () => socket.destroy());
    behave(socket, accepted);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      for (const socket of open) socket.destroy();
      server.close(() => resolve());
    });
  const empty = (): Promise<void> =>
    new Promise((resolve) => {
      whenEmpty = resolve;
      if (talking.size === 0) resolve();
    });
  return { port: (server.address() as AddressInfo).port, accepted: () => accepted, empty, close };
};

/** A script of replies: the first is said at once, each other one after a line from the peer. */
export const replies =
  (...texts: readonly string[]) =>
  (socket: Socket): void => {
    const left = [...texts];
    const say = (): void => {
      const text = left.shift();
      if (text !== undefined) socket.write(Buffer.from(text, 'latin1'));
    };
    say();
    socket.on('data', say);
  };
