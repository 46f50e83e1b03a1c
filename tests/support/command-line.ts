import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The built command line, as outside programs run it. */
const PROGRAM = resolve('out/main/cli.js');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly ms: number;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Resolves once the text stands on the stream; rejects when the program ends before. */
  says(stream: 'stdout' | 'stderr', text: string): Promise<void>;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
}

/** A folder for one test file: the user's data in it, and room for profiles and cases. */
export interface Desk {
  readonly folder: string;
  readonly data: string;
  path(...parts: string[]): string;
  start(args: readonly string[], options?: RunOptions): Running;
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  remove(): void;
}

const environment = (data: string, more: Readonly<Record<string, string>> = {}) => ({
  PATH: process.env.PATH ?? '',
  HOME: data,
  LANG: 'C',
  CPQ_DOCTOR_DATA: data,
  ...more,
});

const start = (args: readonly string[], data: string, { env, cwd, input }: RunOptions): Running => {
  if (!existsSync(PROGRAM)) throw new Error('out/main/cli.js is missing: npm run build');
  const since = performance.now();
  const child = spawn(process.execPath, [PROGRAM, ...args], { env: environment(data, env), cwd });
  const told = { stdout: '', stderr: '' };
  const heard = new Set<() => void>();
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      told[stream] += text;
      for (const one of heard) one();
    });
  child.stdin.on('error', () => undefined).end(input ?? '');
  const ended = new Promise<Ran>((answer, fail) => {
    child.once('error', fail);
    child.once('close', (code) => answer({ code, ...told, ms: performance.now() - since }));
  });
  const says = (stream: 'stdout' | 'stderr', text: string) =>
    new Promise<void>((answer, fail) => {
      const look = () => {
        if (!told[stream].includes(text)) return;
        heard.delete(look);
        answer();
      };
      heard.add(look);
      look();
      void ended.then((ran) => fail(new Error(`ended with ${ran.code} before it said ${text}: ${ran.stderr}`)), fail);
    });
  return { child, ended, says };
};

export const newDesk = (): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'cpq-terminal-'));
  const data = join(folder, 'data');
  return {
    folder,
    data,
    path: (...parts) => join(folder, ...parts),
    start: (args, options = {}) => start(args, data, { cwd: folder, ...options }),
    run: (args, options = {}) => start(args, data, { cwd: folder, ...options }).ended,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

/** The lines of a text that are not empty. */
export const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

/** Nothing that looks like a stack trace may reach an engineer. */
export const STACK = /^\s+at .+(:\d+|\))$/m;
