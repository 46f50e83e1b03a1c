import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Generation } from '../../../main/core/model';
import { readClientHello, suiteOfCode } from '../../../main/core/tls';
import { runtime } from '../runtimes';

/** The generations whose real OpenSSL runs here, inside an old Node. */
export type OldGeneration = Extract<Generation, '1.0.1' | '1.0.2' | '1.1.1'>;

const SCRIPT = fileURLToPath(new URL('./peer.cjs', import.meta.url));
/** TLS_EMPTY_RENEGOTIATION_INFO_SCSV stands among the suites and is none. */
const SIGNAL = 0x00ff;

export const oldProgram = (generation: OldGeneration): string | null => runtime(`openssl-${generation}`);

/** Up to 1.0.2 these suites were called `EDH-…`. */
const nameOf = (code: number, generation: OldGeneration): string => {
  const suite = suiteOfCode(code);
  if (suite === null) return `0x${code.toString(16)}`;
  return generation === '1.1.1' ? suite.name : (suite.olderName ?? suite.name);
};

const suitesIn = (hello: string, generation: OldGeneration): string[] => {
  const record = Uint8Array.from(Buffer.from(hello, 'hex'));
  const read = readClientHello(record.subarray(5 + 4));
  if (read === null) throw new Error(`no ClientHello: ${hello}`);
  return read.suites
    .filter((code) => code !== SIGNAL)
    .map((code) => nameOf(code, generation))
    .filter((name) => !/PSK|SRP/.test(name));
};

/** Runs the script once; `act` and `items` as it takes them. */
export const inOldNode = <Answer>(program: string, act: 'offers' | 'agree', items: readonly unknown[]): Answer[] => {
  const { stdout, stderr, status } = spawnSync(program, [SCRIPT], {
    input: JSON.stringify({ act, items }),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: 55_000,
  });
  if (status !== 0) throw new Error(`${program}: ${status}: ${stderr}`);
  return JSON.parse(stdout) as Answer[];
};

/**
 * What a real OpenSSL of that generation writes into its ClientHello for each list, in its order. A list that it
 * refuses leaves the context with the default list, and old Node says nothing.
 */
export const realOffers = (
  program: string,
  generation: OldGeneration,
  lists: readonly string[],
): Map<string, readonly string[]> => {
  const hellos = inOldNode<string | null>(program, 'offers', lists);
  return new Map(
    lists.map((list, index) => {
      const hello = hellos[index] ?? null;
      return [list, hello === null ? [] : suitesIn(hello, generation)];
    }),
  );
};

/** One listener of an old OpenSSL; `key` and `certificate` are PEM texts, null for none. */
export interface OldListener {
  readonly list: string;
  readonly serverOrder: boolean;
  readonly key: string | null;
  readonly certificate: string | null;
  readonly dhparam: string;
}

/** Listeners in one old Node: their ports, null where it refuses what it was given. */
export const listening = async (program: string, items: readonly OldListener[]) => {
  const child = spawn(program, [SCRIPT], { stdio: ['pipe', 'pipe', 'ignore'] });
  child.stdin.end(JSON.stringify({ act: 'listen', items }));
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { ports: JSON.parse(line) as readonly (number | null)[], stop: () => child.kill() };
};

/** What an old OpenSSL agrees on with each listener: a suite’s name, or `none`. */
export const agreedBy = (program: string, items: readonly { readonly port: number; readonly list: string }[]) =>
  inOldNode<string>(program, 'agree', items);
