import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { SaxesParser } from 'saxes';
import { decodeConfig, readConfig } from '../../main/core/asyncos';
import { bigConfig } from './big-config';

const MB = 1_000_000;
const SIZE = 50 * MB;
const ROUNDS = 5;

/** Processor time in milliseconds: the machine is shared, the wall clock would measure the others. */
const cost = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const bySaxes = (text: string): void => {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.write(text);
  parser.close();
};

const byUs = (text: string): void => {
  const report = readConfig(text);
  if (!report.ok) throw new Error(report.problem.code);
};

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;

const speed = (bytes: Uint8Array): void => {
  const text = decodeConfig(bytes);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    decoding: cost(() => decodeConfig(bytes)),
    saxes: cost(() => bySaxes(text)),
    ours: cost(() => byUs(text)),
  }));
  const of = (key: 'decoding' | 'saxes' | 'ours'): number => median(rounds.map((one) => one[key]));
  const [decoding, saxes, ours] = [of('decoding'), of('saxes'), of('ours')];
  console.log(
    `${bytes.length / MB} MB; load ${loadavg()[0]?.toFixed(1)}; processor time, median of ${ROUNDS}\n` +
      `saxes alone ${Math.round(saxes)} ms, read to the report ${Math.round(ours)} ms: ` +
      `${(saxes / ours).toFixed(2)} of saxes' own speed\n` +
      `from bytes (decoding ${Math.round(decoding)} ms on either side): ` +
      `${((decoding + saxes) / (decoding + ours)).toFixed(2)} of its speed`,
  );
};

const collect = (): void => {
  // V8 holds on to the last text that any expression was tried on; this one is short.
  /x/.test('x');
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
};

/** In a frame of its own, which lets go of the text. */
const reportOf = (bytes: Uint8Array) => readConfig(decodeConfig(bytes));

/** What is left in the heap of a file once it was read and only its report is held, in MB. */
const kept = (bytes: Uint8Array): number => {
  collect();
  const before = process.memoryUsage().heapUsed;
  const report = reportOf(bytes);
  collect();
  const after = process.memoryUsage().heapUsed;
  if (!report.ok) throw new Error(report.problem.code);
  return (after - before) / MB;
};

/** Beside the text itself, for the runner of this bench, the program and the reading. */
const ROOM_MB = 96;

/** Whether a process whose heap holds the text and little more reads the file to its end. */
const fits = (file: string, megabytes: number): boolean => {
  const script = fileURLToPath(new URL('config.mjs', import.meta.url));
  const args = [`--max-old-space-size=${megabytes + ROOM_MB}`, script, '--read', file];
  return spawnSync(process.execPath, args, { stdio: 'ignore' }).status === 0;
};

const memory = (folder: string): void => {
  for (const megabytes of [5, 50, 100]) {
    const bytes = bigConfig(megabytes * MB);
    const file = join(folder, `${megabytes}.xml`);
    writeFileSync(file, bytes);
    const room = fits(file, megabytes) ? 'is enough' : 'is NOT enough';
    console.log(`${megabytes} MB: ${kept(bytes).toFixed(2)} MB kept; a heap of the text and ${ROOM_MB} MB ${room}`);
  }
};

/** Speed and memory; `--read FILE` only reads. */
export const main = async (args: readonly string[]): Promise<number> => {
  const file = args[0] === '--read' ? args[1] : undefined;
  if (file !== undefined) {
    byUs(decodeConfig(readFileSync(file)));
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'bench-config-'));
  try {
    speed(bigConfig(SIZE));
    memory(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
};
