import { execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SSHD = '/usr/sbin/sshd';

/** Why no OpenSSH server can be started here, or null. A throw-away account takes root. */
export const opensshMissing = (): string | null => {
  if (!existsSync(SSHD)) return 'openssh-server is not installed';
  return process.getuid?.() === 0 ? null : 'a throw-away account for OpenSSH takes root';
};

/** Whether to skip, said once; in CI nothing is skipped, so the test fails there instead. */
export const skipWithoutOpenssh = (): boolean => {
  const missing = opensshMissing();
  if (missing === null || process.env.CI) return false;
  console.warn(`skipped: ${missing}`);
  return true;
};

/** What the account's command line says. */
export interface ScriptedLine {
  /** With its blank: `esa1.example.com> `. */
  readonly prompt: string;
  readonly banner: string;
  /** What is printed after each whole line; `answers` are read, one line each, at the questions that end in `> `. */
  readonly replies: Readonly<Record<string, readonly string[]>>;
  /** The same for every line that begins with these words. */
  readonly begins?: Readonly<Record<string, readonly string[]>>;
}

export interface OpensshServer {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** A private key that the account accepts as well. */
  readonly keyFile: string;
  /** The public half of the host key: a file for `ssh-keygen -lf`. */
  readonly hostKeyFile: string;
  /** `SHA256:…`, as `ssh-keygen -lf` prints it. */
  readonly fingerprint: string;
  readonly folder: string;
  /** What sshd wrote, to count attempts. */
  log(): Promise<string>;
  /** Every line that was typed at the command line, in order. */
  typed(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface OpensshOptions {
  readonly line: ScriptedLine;
  readonly hostKeyType?: 'ed25519' | 'rsa' | 'ecdsa' | 'dsa';
  /** Lines added to sshd_config; the first line for a keyword counts, so those of `before` outrank the usual ones. */
  readonly config?: readonly string[];
  readonly before?: boolean;
  readonly port?: number;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A reply whose parts are questions but for the last: after each question one line is read. */
const branch = ([line, parts]: [string, readonly string[]], more = ''): string => {
  const steps = parts.map((part, index) =>
    index === parts.length - 1 ? `printf %s ${quoted(part)}` : `printf %s ${quoted(part)}; hear`,
  );
  return `    ${quoted(line)}${more}) ${steps.join('; ')} ;;`;
};

/** A POSIX shell script that speaks like an appliance: banner, prompt, one reply for each known line. */
const scriptOf = (line: ScriptedLine, log: string): string =>
  [
    '#!/bin/sh',
    // As on the appliance, Control-C leaves the command, not the session.
    "trap 'interrupted=1; echo' INT",
    `hear() { IFS= read -r answer || return 1; printf '%s\\n' "$answer" >> ${quoted(log)}; }`,
    `printf %s ${quoted(line.banner)}`,
    'while :; do',
    '  interrupted=0',
    `  printf %s ${quoted(line.prompt)}`,
    '  IFS= read -r line || { [ "$interrupted" = 1 ] && continue; exit 0; }',
    `  printf '%s\\n' "$line" >> ${quoted(log)}`,
    '  case "$line" in',
    '    exit) exit 0 ;;',
    "    '') ;;",
    ...Object.entries(line.replies).map((entry) => branch([entry[0], entry[1]])),
    ...Object.entries(line.begins ?? {}).map((entry) => branch([entry[0], entry[1]], '*')),
    '    *) echo "Unknown command or missing feature key: $line" ;;',
    '  esac',
    'done',
    '',
  ].join('\n');

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
    server.on('error', reject);
  });

const configOf = (folder: string, port: number, user: string, more: readonly string[], before: boolean): string =>
  [
    ...(before ? more : []),
    `Port ${port}`,
    'ListenAddress 127.0.0.1',
    `HostKey ${join(folder, 'host')}`,
    `PidFile ${join(folder, 'sshd.pid')}`,
    `AllowUsers ${user}`,
    `AuthorizedKeysFile ${join(folder, 'authorized')}`,
    'PasswordAuthentication yes',
    'KbdInteractiveAuthentication no',
    'UsePAM no',
    'StrictModes no',
    'PrintMotd no',
    'PrintLastLog no',
    'UseDNS no',
    'LogLevel VERBOSE',
    ...(before ? [] : more),
    '',
  ].join('\n');

/** Starts sshd in the foreground of a child and waits for the line that says it listens. */
const listening = (config: string, log: string[]) =>
  new Promise<ReturnType<typeof spawn>>((resolve, reject) => {
    const child = spawn(SSHD, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
    child.stderr?.on('data', (chunk: Buffer) => {
      log.push(chunk.toString());
      if (log.join('').includes('Server listening on')) resolve(child);
    });
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`sshd ended with ${code}: ${log.join('')}`)));
  });

/** The server's sessions outlive it; those of the throw-away account are ended by their ids. */
const endSessionsOf = async (user: string): Promise<void> => {
  const { stdout } = await run('ps', ['-o', 'pid=', '-u', user]).catch(() => ({ stdout: '' }));
  for (const pid of stdout.trim().split(/\s+/).filter(Boolean)) {
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
};

let accounts = 0;

/**
 * A real OpenSSH server on loopback with a configuration of its own, and a throw-away account whose login shell is a
 * scripted command line. `stop` ends the server and removes the account and all files.
 */
export const startOpenssh = async (options: OpensshOptions): Promise<OpensshServer> => {
  const folder = await mkdtemp(join(tmpdir(), 'cpq-openssh-'));
  await chmod(folder, 0o755);
  await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  accounts += 1;
  const user = `cpq${process.pid % 100_000}x${accounts}`;
  const password = `right-${process.pid}`;
  const typed = join(folder, 'typed');
  const shell = join(folder, 'shell');
  await writeFile(typed, '');
  await chmod(typed, 0o666);
  await writeFile(shell, scriptOf(options.line, typed), { mode: 0o755 });
  const keyFile = join(folder, 'user');
  const hostKey = join(folder, 'host');
  await run('ssh-keygen', ['-q', '-t', options.hostKeyType ?? 'ed25519', '-N', '', '-C', '', '-f', hostKey]);
  await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', keyFile]);
  await writeFile(join(folder, 'authorized'), await readFile(`${keyFile}.pub`));
  await run('useradd', ['--no-create-home', '--home-dir', folder, '--shell', shell, user]);
  execFileSync('chpasswd', ['-c', 'SHA512'], { input: `${user}:${password}\n` });
  const removeAll = async () => {
    await run('userdel', [user]).catch((error: unknown) => console.warn(`userdel ${user}: ${error}`));
    await rm(folder, { recursive: true, force: true });
  };
  const log: string[] = [];
  try {
    const port = options.port ?? (await freePort());
    const config = join(folder, 'config');
    await writeFile(config, configOf(folder, port, user, options.config ?? [], options.before ?? false));
    const child = await listening(config, log);
    const listed = await run('ssh-keygen', ['-lf', `${hostKey}.pub`]);
    return {
      host: '127.0.0.1',
      port,
      user,
      password,
      keyFile,
      hostKeyFile: `${hostKey}.pub`,
      fingerprint: listed.stdout.split(' ')[1] ?? '',
      folder,
      log: async () => log.join(''),
      typed: async () => (await readFile(typed, 'utf8')).split('\n').slice(0, -1),
      stop: async () => {
        child.removeAllListeners('exit');
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGTERM');
        await gone;
        await endSessionsOf(user);
        await removeAll();
      },
    };
  } catch (error) {
    await removeAll();
    throw error;
  }
};
