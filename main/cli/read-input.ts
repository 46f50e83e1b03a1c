import { stat } from 'node:fs/promises';
import type { Problem } from '../core/model';
import { problem } from '../core/model';
import { readBounded } from '../disk';

const LIMIT = 64 * 1024 * 1024;

export type Input =
  | { readonly ok: true; readonly bytes: Uint8Array; readonly text: string }
  | { readonly ok: false; readonly problem: Problem };

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (seen) => seen.isDirectory(),
    () => false,
  );

const fromStdin = async (): Promise<Input> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > LIMIT)
      return { ok: false, problem: problem('input-file-too-large', '-', { detail: `${LIMIT} bytes at most` }) };
    chunks.push(bytes);
  }
  return input(Buffer.concat(chunks));
};

const input = (bytes: Uint8Array): Input => ({ ok: true, bytes, text: new TextDecoder('utf-8').decode(bytes) });

/** The bytes of a file, or of standard input for `-`; bounded. A problem says which file and why. */
export const readInput = async (path: string, limit = LIMIT): Promise<Input> => {
  if (path === '-') return fromStdin();
  const read = await readBounded(path, limit);
  if (read.ok) return input(read.bytes);
  if (await isFolder(path)) return { ok: false, problem: problem('input-folder', path) };
  return { ok: false, problem: problem(`input-${read.code}`, path, { detail: read.detail }) };
};
