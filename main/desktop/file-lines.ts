import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { bad, good, problem, type Result } from '../core/model';
import { LineCutter } from './line-cutter';
import type { Line, Window } from './source-lines';

/** A log of an appliance is cut far below this; what unpacks to more is none. */
const MOST_BYTES = 1024 * 1024 * 1024;
/** Somebody waits at the window for these lines. */
const LIMIT_MS = 20_000;

type Chunks = AsyncIterable<Buffer>;

/** Reads until the window is full, or more than `mostBytes` were read. */
const reading = (cutter: LineCutter, mostBytes: number) => async (chunks: Chunks) => {
  for await (const chunk of chunks) {
    cutter.take(chunk);
    if (cutter.full || cutter.bytes > mostBytes) return;
  }
  cutter.end();
};

const read = (path: string, into: (chunks: Chunks) => Promise<void>): Promise<void> => {
  const signal = AbortSignal.timeout(LIMIT_MS);
  // A pipeline, because a `pipe` leaves the fault of a missing file to nobody, which ends the process.
  return path.endsWith('.gz')
    ? pipeline(createReadStream(path), createGunzip(), into, { signal })
    : pipeline(createReadStream(path), into, { signal });
};

const failed = (path: string, code: 'file-unreadable' | 'file-too-large', detail: string): Result<Line[]> =>
  bad(problem(code, path, { detail }));

/** What reading threw, or null. */
const faultOf = async (task: Promise<void>): Promise<string | null> =>
  task.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : 'unknown'),
  );

/**
 * The lines of a file, or of what a `.gz` unpacks to, between two numbers; reads only as far as they reach.
 * `file-unreadable` when the file is gone, damaged or no file, `file-too-large` when the lines lie beyond the bound.
 */
export const linesOfFile = async (path: string, window: Window, mostBytes = MOST_BYTES): Promise<Result<Line[]>> => {
  const there = await stat(path).catch(() => null);
  if (!there?.isFile()) return failed(path, 'file-unreadable', there === null ? 'no such file' : 'not a regular file');
  const cutter = new LineCutter(window);
  const fault = await faultOf(read(path, reading(cutter, mostBytes)));
  // Whoever stops reading in the middle of an archive breaks it off, and the fault then says nothing.
  if (cutter.full) return good(cutter.lines);
  if (cutter.bytes > mostBytes) return failed(path, 'file-too-large', `more than ${mostBytes} bytes`);
  return fault === null ? good(cutter.lines) : failed(path, 'file-unreadable', fault);
};
