import { createServer } from 'node:net';

interface Bindable {
  listen(port: number, address: string, listening: () => void): unknown;
  address(): unknown;
  once(event: 'error', failed: (error: Error) => void): unknown;
  off(event: 'error', failed: (error: Error) => void): unknown;
}

/** Binds to the port of this address and answers the port that it got; rejects with the system's error. */
export const bind = (server: Bindable, address: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      const bound = server.address();
      const got = bound !== null && typeof bound === 'object' && 'port' in bound ? Number(bound.port) : port;
      resolve(got);
    });
  });

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown';

/** Binds to the wanted port where it is free, else to any. */
export const bindNear = async (server: Bindable, address: string, port: number): Promise<number> => {
  try {
    return await bind(server, address, port);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE' && codeOf(error) !== 'EACCES') throw error;
    return bind(server, address, 0);
  }
};

/** A port of this address on which nothing listens: the wanted one where it is free. */
export const closedPort = async (address: string, port: number): Promise<number> => {
  const server = createServer();
  const got = await bindNear(server, address, port);
  await new Promise((resolve) => server.close(resolve));
  return got;
};

/** Whether the system lets anybody bind to this address at all. */
export const canBind = async (address: string): Promise<boolean> => {
  try {
    await closedPort(address, 0);
    return true;
  } catch {
    // Outside Linux and Windows only 127.0.0.1 exists until an alias is added.
    return false;
  }
};
