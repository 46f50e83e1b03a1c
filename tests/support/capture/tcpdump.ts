import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** Why tcpdump cannot capture here; null: it can. In CI this is a failure, not a reason to skip. */
const whyNoTcpdump = (): string | null => {
  if (!existsSync('/usr/bin/tcpdump') && !existsSync('/usr/sbin/tcpdump')) return 'tcpdump is not installed';
  return process.getuid?.() === 0 ? null : 'tcpdump needs root';
};

export const skipWithoutTcpdump = (): boolean => {
  const reason = whyNoTcpdump();
  if (reason === null || process.env.CI) return false;
  console.warn(`skipped: ${reason}`);
  return true;
};

export interface Tcpdump {
  /** Ends it once everything that came by before is in the file: a marker sent to `towards` is waited for. */
  stop(): Promise<void>;
}

/** Resolves when the program says that it listens. */
const listening = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let told = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      told += text;
      if (told.includes('listening on')) resolve();
    });
    child.once('exit', (code) => reject(new Error(`tcpdump ended with ${code}: ${told}`)));
  });

const MARKER = 'cpq-marker';
const SEND = `import socket,sys; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'${MARKER}', (sys.argv[1], 9))`;

/** Packets wait in the kernel until tcpdump reads them; what it has not read when it is stopped is lost. */
const untilMarked = async (path: string, towards: string, prefix: readonly string[]): Promise<void> => {
  const [program = 'python3', ...args] = [...prefix, 'python3', '-c', SEND, towards];
  execFileSync(program, args);
  while (!readFileSync(path).includes(MARKER)) await pause(20);
};

/** Captures TCP into a file, every packet at once (-U, immediate), at a device that leads to `towards`. */
export const startTcpdump = async (
  path: string,
  device: string,
  towards: string,
  prefix: readonly string[] = [],
): Promise<Tcpdump> => {
  const own = ['tcpdump', '-i', device, '-U', '--immediate-mode', '-Z', 'root', '-w', path];
  const [program = 'tcpdump', ...args] = [...prefix, ...own, 'tcp or udp port 9'];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await listening(child);
  return {
    async stop() {
      if (child.exitCode !== null) return;
      await untilMarked(path, towards, prefix);
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
};
