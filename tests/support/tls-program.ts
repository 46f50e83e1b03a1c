import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from './free-port';

/** A program that speaks TLS from the first byte on a port of 127.0.0.1. */
export type TlsProgram = { readonly port: number; readonly stop: () => Promise<void> };

const stopper = (child: ChildProcess) => async (): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

/** Resolves when the words came on either stream, which is read on and dropped; rejects when the program ends first. */
const saying = (child: ChildProcess, words: RegExp): Promise<RegExpExecArray> =>
  new Promise((resolve, reject) => {
    let text = '';
    const listen = (bytes: Buffer): void => {
      if (text.length > 65_536) return;
      text += bytes.toString('latin1');
      const found = words.exec(text);
      if (found) resolve(found);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`ended before it listened: ${text}`)));
  });

/** Starts it with its standard input held open, as some programs end with it. Always `stop` it. */
const start = async (
  program: string,
  args: readonly string[],
  ready: RegExp,
  env?: Readonly<Record<string, string>>,
): Promise<{ readonly stop: () => Promise<void>; readonly said: RegExpExecArray }> => {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  const stop = stopper(child);
  try {
    return { stop, said: await saying(child, ready) };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** `openssl s_server` without the machine's own settings, one connection at a time. */
export const startOpenssl = async (...options: readonly string[]): Promise<TlsProgram> => {
  const args = ['s_server', '-accept', '127.0.0.1:0', ...options];
  const { stop, said } = await start('openssl', args, /ACCEPT 127\.0\.0\.1:(\d+)/, { OPENSSL_CONF: '/dev/null' });
  return { port: Number(said[1]), stop };
};

/** `gnutls-serv` with a priority string. */
export const startGnutls = async (priority: string, ...options: readonly string[]): Promise<TlsProgram> => {
  const port = await freePort();
  const args = ['--port', String(port), '--priority', priority, '--echo', ...options];
  const { stop } = await start('gnutls-serv', args, /listening on IPv4.*done/s);
  return { port, stop };
};

/** A server of an old Node with the OpenSSL inside it; `options` are those of its `tls.createServer`, as JavaScript. */
export const startOldNode = async (
  program: string,
  options: string,
  flags: readonly string[] = [],
): Promise<TlsProgram> => {
  const script = `var server = require('tls').createServer(${options}, function () {});
    server.on('clientError', function () {});
    server.listen(0, '127.0.0.1', function () { console.log('port ' + server.address().port + '.'); });
    process.on('uncaughtException', function () {});`;
  const { stop, said } = await start(program, [...flags, '-e', script], /port (\d+)\./);
  return { port: Number(said[1]), stop };
};
