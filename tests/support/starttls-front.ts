import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A small SMTP listener in front of a program that speaks TLS from the first byte: it greets, answers EHLO and
 * STARTTLS, and from then on carries bytes. Written apart from the project's own codecs, as a peer of its own.
 */
export type Front = {
  readonly port: number;
  /** Connections so far. */
  readonly accepted: () => number;
  /** How many were open at the same time, at most. */
  readonly together: () => number;
  readonly close: () => Promise<void>;
};

export type FrontOptions = {
  /** The port of 127.0.0.1 that bytes are carried to; of several each in turn. */
  readonly to: number | readonly number[];
  /** What the greeting says behind the host's name; nmap knows the usual one at once. */
  readonly greets?: string;
  /** Says 421 to a connection instead of greeting it; told how many are open and when each came (ms). */
  readonly turnsAway?: (open: number, cameAt: readonly number[]) => boolean;
};

const TURNED_AWAY = '421 #4.4.5 Too many connections from your host.\r\n';
const answers: Readonly<Record<string, string>> = {
  EHLO: '250-front.example.com\r\n250-8BITMIME\r\n250 STARTTLS\r\n',
  QUIT: '221 bye\r\n',
  STARTTLS: '220 Go ahead with TLS\r\n',
};

/** Ends both when one ends; an error on either side ends the other at once. */
const carry = (client: Socket, to: number): void => {
  const behind = connect({ port: to, host: '127.0.0.1', noDelay: true });
  client.on('error', () => behind.destroy()).on('close', () => behind.destroy());
  behind.on('error', () => client.destroy());
  client.pipe(behind).pipe(client);
};

const converse = (client: Socket, to: number, greets: string): void => {
  let text = '';
  const onData = (bytes: Buffer): void => {
    text += bytes.toString('latin1');
    const end = text.indexOf('\n');
    if (end < 0) return;
    const verb = text.slice(0, end).trim().split(' ')[0]?.toUpperCase() ?? '';
    text = text.slice(end + 1);
    if (verb === 'STARTTLS') client.off('data', onData).pause();
    client.write(answers[verb] ?? '500 #5.5.1 command not recognized\r\n');
    if (verb === 'STARTTLS') carry(client, to);
    if (verb === 'QUIT') client.end();
  };
  client.on('data', onData);
  client.write(`220 front.example.com ${greets}\r\n`);
};

/** Starts on a free port of 127.0.0.1; always `close` it. */
export const startFront = async ({ to, turnsAway, greets = 'ESMTP Postfix' }: FrontOptions): Promise<Front> => {
  const ports = typeof to === 'number' ? [to] : to;
  const open = new Set<Socket>();
  const cameAt: number[] = [];
  let together = 0;
  const server = createServer({ noDelay: true }, (client) => {
    cameAt.push(performance.now());
    open.add(client);
    together = Math.max(together, open.size);
    client.on('error', () => client.destroy()).on('close', () => open.delete(client));
    if (turnsAway?.(open.size, cameAt)) client.end(TURNED_AWAY);
    else converse(client, ports[cameAt.length % ports.length] ?? 0, greets);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const close = async (): Promise<void> => {
    for (const socket of open) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  const { port } = server.address() as AddressInfo;
  return { port, accepted: () => cameAt.length, together: () => together, close };
};
