import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ssh2, { type ParsedKey } from 'ssh2';

export interface FakeAgent {
  readonly socket: string;
  /** How many connections to it are open now. */
  readonly open: () => number;
  /** Resolves once somebody has connected. */
  readonly asked: Promise<void>;
  /** Resolves once all connections are closed again. */
  readonly left: () => Promise<void>;
  close(): Promise<void>;
}

/** An Ed25519 key that nobody knows. */
export const newKey = (): ParsedKey => {
  // Not Ed25519: ssh2 1.17.0 writes some of its keys in a form that it cannot read back (measured).
  const key = ssh2.utils.parseKey(ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 }).private);
  if (key instanceof Error) throw key;
  return key;
};

/** Answers as an agent that holds these keys. */
const serve = (socket: Socket, keys: readonly ParsedKey[]): void => {
  const agent = new ssh2.AgentProtocol(false);
  agent.on('identities', (request) => agent.getIdentitiesReply(request, [...keys]));
  agent.on('sign', (request, wanted, data) => {
    const asked = typeof wanted === 'object' && 'getPublicSSH' in wanted ? wanted.getPublicSSH() : null;
    const key = keys.find((one) => asked?.equals(one.getPublicSSH()));
    if (key === undefined) agent.failureReply(request);
    else agent.signReply(request, key.sign(data));
  });
  socket.pipe(agent).pipe(socket);
};

/** An agent on a socket of its own; with `null` it takes connections and never says a word. */
export const fakeAgent = async (keys: readonly ParsedKey[] | null): Promise<FakeAgent> => {
  const folder = await mkdtemp(join(tmpdir(), 'cpq-agent-'));
  const socket = join(folder, 'agent');
  const sockets = new Set<Socket>();
  const waiting = new Set<() => void>();
  let ask: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    ask = resolve;
  });
  const server = createServer((one) => {
    sockets.add(one);
    ask();
    one.on('error', () => undefined);
    one.on('close', () => {
      sockets.delete(one);
      if (sockets.size === 0) for (const tell of waiting) tell();
    });
    if (keys === null) one.resume();
    else serve(one, keys);
  });
  await new Promise<void>((resolve) => {
    server.listen(socket, resolve);
  });
  return {
    socket,
    asked,
    open: () => sockets.size,
    left: () => (sockets.size === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    close: async () => {
      for (const one of sockets) one.destroy();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
