import type { Problem } from '../core/model';
import { problem } from '../core/model';
import { readBounded } from '../disk';

const LIMIT = 64 * 1024 * 1024;

const fromStdin = async (): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > LIMIT) break;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** The bytes of a file, or of standard input for `-`; bounded. A problem says which file and why. */
export const readInput = async (
  path: string,
): Promise<{ ok: true; bytes: Uint8Array; text: string } | { ok: false; problem: Problem }> => {
  if (path === '-') {
    const bytes = await fromStdin();
    return { ok: true, bytes, text: new TextDecoder('utf-8').decode(bytes) };
  }
  const read = await readBounded(path, LIMIT);
  if (!read.ok) return { ok: false, problem: problem(`input-${read.code}`, path, { detail: read.detail }) };
  return { ok: true, bytes: read.bytes, text: new TextDecoder('utf-8').decode(read.bytes) };
};
