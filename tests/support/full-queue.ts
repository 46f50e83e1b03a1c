import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Listens with the shortest queue and never accepts: its event loop stands still. */
const program = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () => {
    require('node:fs').writeSync(1, server.address().port + '\\n');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  });`;

const connected = (port: number): Promise<Socket | null> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('error', () => resolve(null));
    socket.once('connect', () => resolve(socket));
    // Not waiting for an event: the absence of one says that the queue is full.
    setTimeout(() => resolve(null), 200);
  });

/** A port of this machine where a connect is neither answered nor refused, as behind a firewall that drops. */
export const fullQueue = async (): Promise<{ readonly port: number; readonly close: () => void }> => {
  const child = spawn('node', ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = await once(child.stdout, 'data');
  const port = Number(String(line));
  const held: Socket[] = [];
  for (let socket = await connected(port); socket; socket = await connected(port)) held.push(socket);
  const close = (): void => {
    for (const socket of held) socket.destroy();
    child.kill('SIGKILL');
  };
  return { port, close };
};
