import type { Server, Socket } from 'node:net';

/** Watches the server's connections; the answer stops it and cuts what is still open. It never fails. */
export const closer = (server: Server): (() => Promise<void>) => {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
};
