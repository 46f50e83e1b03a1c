import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What passed on one connection after its first bytes from the listener (the greeting). */
export type Passed = {
  /** How often the client spoke and was answered: round trips. */
  trips: number;
  /** From the delivery of the greeting to the delivery of each later answer, in milliseconds. */
  readonly answeredAfterMs: number[];
};

export type Relay = {
  readonly port: number;
  readonly connections: readonly Passed[];
  readonly close: () => Promise<void>;
};

const later = (ms: number, open: Set<NodeJS.Timeout>, act: () => void): void => {
  const timer = setTimeout(() => {
    open.delete(timer);
    act();
  }, ms);
  open.add(timer);
};

/**
 * A stream relay with a round trip of `roundTripMs`. The kernel here has no delay for packets, so each piece, and each
 * end, is handed on half a round trip after it came. Connecting to the relay costs nothing by itself; the three
 * packets of a TCP handshake are made up for by connecting to the listener three halves after the accept, so a
 * greeting reaches the client two round trips after its connect, as on a real way, and a client that speaks first is
 * heard at the right moment.
 */
export const startRelay = async (to: number, roundTripMs: number): Promise<Relay> => {
  const half = roundTripMs / 2;
  const timers = new Set<NodeJS.Timeout>();
  const sockets = new Set<Socket>();
  const connections: Passed[] = [];

  const hand = (from: Socket, onto: () => Socket | undefined, seen: () => void): void => {
    const handOn = (bytes: Buffer): void => {
      seen();
      onto()?.write(bytes);
    };
    from.on('data', (bytes) => later(half, timers, () => handOn(bytes)));
    from.on('end', () => later(half, timers, () => onto()?.end()));
    from.on('close', () => later(half, timers, () => onto()?.destroySoon()));
  };

  const carry = (client: Socket): void => {
    const passed: Passed = { trips: 0, answeredAfterMs: [] };
    connections.push(passed);
    let greetedAt: number | null = null;
    let clientSpoke = false;
    const early: Buffer[] = [];
    const keep = (bytes: Buffer): void => void early.push(bytes);
    client.on('data', keep);
    const answered = (): void => {
      greetedAt ??= performance.now();
      if (!clientSpoke) return;
      clientSpoke = false;
      passed.trips += 1;
      passed.answeredAfterMs.push(performance.now() - greetedAt);
    };
    const spoke = (): void => {
      clientSpoke = true;
    };
    const open = (): void => {
      const server = connect({ port: to, host: '127.0.0.1', noDelay: true });
      track(server);
      client.off('data', keep);
      for (const bytes of early) server.write(bytes);
      hand(client, () => server, spoke);
      hand(server, () => client, answered);
      if (client.readableEnded) later(half, timers, () => server.end());
      if (client.destroyed) server.destroy();
    };
    later(3 * half, timers, open);
  };

  const track = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    track(client);
    carry(client);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const timer of timers) clearTimeout(timer);
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { port: (server.address() as AddressInfo).port, connections, close };
};
