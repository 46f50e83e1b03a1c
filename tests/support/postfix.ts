import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';

/** A Debian Postfix of the test's own: its configuration, queue and log stand in a folder that goes away with it. */
const MASTER = '/usr/lib/postfix/sbin/master';

export type PostfixOptions = {
  /** Files of a certificate; null: TLS is offered with anonymous suites only. */
  readonly certificate: { readonly certificateFile: string; readonly keyFile: string } | null;
  /** Further lines of main.cf, for instance `{ smtpd_tls_mandatory_protocols: '>=TLSv1.3' }`. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly host?: string;
  /** Where it listens besides being greeted on loopback: `0.0.0.0` for every device; 127.0.0.1 where absent. */
  readonly address?: string;
};

export type Postfix = {
  readonly port: number;
  readonly log: () => string;
  readonly stop: () => Promise<void>;
};

/** Why no Postfix can be started here; null: it can. In CI this is a failure, not a reason to skip. */
export const whyNoPostfix = (): string | null => {
  if (!existsSync(MASTER)) return 'postfix is not installed';
  return process.getuid?.() === 0 ? null : 'postfix needs root';
};

/** For `describe.skipIf(...)`: prints the reason, and never skips in CI. */
export const skipWithoutPostfix = (): boolean => {
  const reason = whyNoPostfix();
  if (reason === null || process.env.CI) return false;
  console.warn(`skipped: ${reason}`);
  return true;
};

const idOf = (option: '-u' | '-g', name: string): number =>
  Number(
    option === '-u'
      ? execFileSync('id', ['-u', name], { encoding: 'utf8' })
      : execFileSync('getent', ['group', name], { encoding: 'utf8' }).split(':')[2],
  );

const mainCf = (folder: string, { certificate, settings, host, address }: PostfixOptions): string => {
  const all: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: join(folder, 'queue'),
    data_directory: join(folder, 'data'),
    maillog_file: join(folder, 'mail.log'),
    maillog_file_prefixes: folder,
    myhostname: host ?? 'sma1.example.com',
    inet_interfaces: address === undefined ? '127.0.0.1' : 'all',
    inet_protocols: 'ipv4',
    smtpd_tls_security_level: 'may',
    smtpd_tls_loglevel: '1',
    smtpd_tls_cert_file: certificate?.certificateFile ?? 'none',
    ...(certificate ? { smtpd_tls_key_file: certificate.keyFile } : {}),
    ...settings,
  };
  return Object.entries(all)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
};

const masterCf = (port: number, address: string): string => `
${address}:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
rewrite unix - - n - - trivial-rewrite
anvil unix - - n - 1 anvil
tlsmgr unix - - n 1000? 1 tlsmgr
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
`;

const queueFolders = ['pid', 'private', 'public', 'active', 'incoming', 'deferred', 'defer', 'bounce', 'maildrop'];

const layOut = (folder: string, port: number, options: PostfixOptions): void => {
  chmodSync(folder, 0o755);
  const owner = idOf('-u', 'postfix');
  const postdrop = idOf('-g', 'postdrop');
  for (const name of ['data', 'queue']) mkdirSync(join(folder, name));
  for (const name of queueFolders) {
    mkdirSync(join(folder, 'queue', name));
    chownSync(join(folder, 'queue', name), name === 'pid' ? 0 : owner, name === 'public' ? postdrop : 0);
  }
  chownSync(join(folder, 'data'), owner, 0);
  writeFileSync(join(folder, 'main.cf'), mainCf(folder, options));
  writeFileSync(join(folder, 'master.cf'), masterCf(port, options.address ?? '127.0.0.1'));
};

const greets = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const answer = (greeted: boolean) => () => {
      socket.destroy();
      resolve(greeted);
    };
    socket.once('data', answer(true)).once('error', answer(false)).once('close', answer(false));
  });

/** Resolves once the port greets; rejects when master ends before. */
const greeted = async (port: number, master: ChildProcess): Promise<void> => {
  let ended = false;
  master.once('exit', () => {
    ended = true;
  });
  while (!(await greets(port))) {
    if (ended) throw new Error('postfix master ended before it listened');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Starts a listener on a free port of 127.0.0.1. Needs root; ask `whyNoPostfix` first. Always `stop` it. */
export const startPostfix = async (options: PostfixOptions): Promise<Postfix> => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-postfix-'));
  const port = await freePort();
  layOut(folder, port, options);
  const master = spawn(MASTER, ['-c', folder, '-d'], { stdio: 'ignore' });
  const stop = async (): Promise<void> => {
    if (master.exitCode === null && master.signalCode === null) {
      const ended = once(master, 'exit');
      master.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await greeted(port, master);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, log: () => readFileSync(join(folder, 'mail.log'), 'utf8'), stop };
};
