import { spawn } from 'node:child_process';

export type Tool = {
  readonly name: string;
  readonly command: (port: number) => readonly [string, ...string[]];
  /** How many pairs of version and suite its output names. */
  readonly pairs: (output: string) => number;
  /** Runs on loopback, and with the delay; the slow ones run once or twice. */
  readonly rounds: readonly [number, number];
  readonly limitMs: number;
};

const count = (output: string, expression: RegExp): number => [...output.matchAll(expression)].length;

const oursPairs = (output: string): number => {
  const { inventory } = JSON.parse(output) as { inventory: Record<string, string[]> | null };
  return Object.values(inventory ?? {}).flat().length;
};

const sslscanPairs = (output: string): number => count(output, /^(?:Preferred|Accepted) /gm);
const sslscan = (port: number, ...options: string[]): [string, ...string[]] => [
  'sslscan',
  '--starttls-smtp',
  '--no-colour',
  '--show-ciphers',
  ...options,
  `127.0.0.1:${port}`,
];
/** What it does besides suites and certificate. */
const besides = ['heartbleed', 'renegotiation', 'groups', 'fallback', 'compression'].map((what) => `--no-${what}`);
const nmap = ['-Pn', '-n', '-sV', '--version-light', '--script', 'ssl-enum-ciphers'];
const testssl = ['--quiet', '--color', '0', '--warnings', 'batch', '-t', 'smtp', '-E'];

/** The built command line, and the others as they are asked for the suites of each version. */
export const tools: readonly Tool[] = [
  {
    name: 'cpq-doctor',
    command: (port) => [process.execPath, 'out/main/cli.js', 'tls', `127.0.0.1:${port}`, '--inventory', '--json'],
    pairs: oursPairs,
    rounds: [9, 2],
    limitMs: 120_000,
  },
  {
    name: 'sslscan suites',
    command: (port) => sslscan(port, ...besides),
    pairs: sslscanPairs,
    rounds: [9, 2],
    limitMs: 300_000,
  },
  {
    name: 'sslscan',
    command: (port) => sslscan(port),
    pairs: sslscanPairs,
    rounds: [3, 1],
    limitMs: 300_000,
  },
  {
    name: 'nmap',
    command: (port) => ['nmap', ...nmap, '-p', String(port), '127.0.0.1'],
    pairs: (output) => count(output, /^\| {7}TLS_/gm),
    rounds: [3, 2],
    limitMs: 300_000,
  },
  {
    name: 'testssl',
    command: (port) => ['testssl', ...testssl, `127.0.0.1:${port}`],
    pairs: (output) => count(output, /^ x[0-9a-f]{2,4} /gm),
    rounds: [1, 1],
    limitMs: 600_000,
  },
];

export type Taken = { readonly ms: number; readonly output: string; readonly ended: boolean };

/** From start to exit. `ended` is false where the limit stopped it. Rejects where the program is missing. */
export const take = (tool: Tool, port: number): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = tool.command(port);
    const started = performance.now();
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: tool.limitMs,
      killSignal: 'SIGKILL',
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (bytes: Buffer) => output.push(bytes));
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      const ms = performance.now() - started;
      resolve({ ms, output: Buffer.concat(output).toString('utf8'), ended: signal === null });
    });
  });
