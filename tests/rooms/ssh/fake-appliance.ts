import { createServer, type Server, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel, type ServerConfig } from 'ssh2';
import { fingerprintOf, type KnownHosts } from '../../../main/ssh';

/** One RSA key for all: the only type that every old algorithm can use. */
const HOST_KEY = ssh2.utils.generateKeyPairSync('rsa', { bits: 2048 }).private;

const publicHalf = ssh2.utils.parseKey(HOST_KEY);
if (publicHalf instanceof Error) throw publicHalf;
/** What a profile pins for every fake appliance. */
export const FINGERPRINT = fingerprintOf(publicHalf.getPublicSSH());

export interface Fake {
  readonly port: number;
  close(): Promise<void>;
}

const listen = (server: Server, sockets: Set<Socket>): Promise<Fake> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        close: () =>
          new Promise((closed) => {
            for (const socket of sockets) socket.destroy();
            server.close(() => closed());
          }),
      });
    });
  });

/** A TCP listener that does what it is told with each connection. */
export const fakeListener = (serve: (socket: Socket) => void): Promise<Fake> => {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  return listen(server, sockets);
};

export interface FakeOptions {
  readonly authenticate: (context: AuthContext) => void;
  readonly shell?: (channel: ServerChannel, connection: Connection) => void;
  readonly connected?: (connection: Connection) => void;
  readonly algorithms?: NonNullable<ServerConfig['algorithms']>;
}

/** An SSH server of ssh2's own with one moody login; not a judge of ours, only a source of odd behaviour. */
export const fakeAppliance = (options: FakeOptions): Promise<Fake> => {
  const ssh = new ssh2.Server({ hostKeys: [HOST_KEY], algorithms: options.algorithms }, (connection) => {
    connection.on('error', () => undefined);
    options.connected?.(connection);
    connection.on('authentication', options.authenticate);
    connection.on('session', (accept) => {
      const session = accept();
      session.on('pty', (agree) => agree?.());
      session.on('shell', (agree) => options.shell?.(agree(), connection));
    });
  });
  return fakeListener((socket) => ssh.injectSocket(socket));
};

/** A store that knows every host. */
export const trusting: KnownHosts = {
  look: async () => ({ ok: true, value: 'match' }),
  types: async () => [],
  remember: async () => ({ ok: true, value: null }),
};
