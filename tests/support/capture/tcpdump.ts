import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';

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
  /** Ends it once everything seen is in the file. */
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

/** Captures into a file: every packet at once (-U, immediate), so that an end loses nothing. */
export const startTcpdump = async (
  path: string,
  device: string,
  filter: string,
  options: { readonly prefix?: readonly string[]; readonly more?: readonly string[] } = {},
): Promise<Tcpdump> => {
  const own = ['tcpdump', '-i', device, '-U', '--immediate-mode', '-Z', 'root', '-w', path];
  const [program = 'tcpdump', ...args] = [...(options.prefix ?? []), ...own, ...(options.more ?? []), filter];
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await listening(child);
  return {
    async stop() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGINT');
      await ended;
    },
  };
};
