import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bad, good, problem, type Result } from '../core/model/problem';
import { readHead } from '../disk';
import { codeOf, type Entry, type Expanded, type Unreadable } from './entry';
import { gunzipped, isGzip } from './inflate';
import { fileChunks } from './plain-file';
import { isTar } from './tar';
import { tarEntries } from './tar-archive';
import type { Watch } from './watch';
import { isZip, zipEntries } from './zip-archive';

/** A folder of support files is a few levels deep; a disk's root is given by mistake. */
const DEPTH = 8;
const FILES = 20_000;
const HEAD = 512;

async function* gzipChunks(path: string, watch: Watch): AsyncGenerator<Uint8Array> {
  yield* gunzipped(fileChunks(path, watch));
}

const headOf = async (chunks: AsyncGenerator<Uint8Array>): Promise<Buffer> => {
  const first = await chunks.next().finally(() => chunks.return(undefined));
  return first.done ? Buffer.alloc(0) : Buffer.from(first.value.subarray(0, HEAD));
};

/** One file by what it is, never by its name: plain, gzip, zip, tar, packed tar. */
const fileEntries = async (path: string, bytes: number, modifiedAt: string, watch: Watch): Promise<Expanded> => {
  const read = await readHead(path, HEAD);
  if (!read.ok) return { entries: [], unreadable: [{ path, code: 'log-unreadable' }] };
  if (isZip(read.bytes)) return zipEntries(path);
  const gzip = isGzip(read.bytes);
  const chunks = (running: Watch) => (gzip ? gzipChunks(path, running) : fileChunks(path, running));
  const head = gzip ? await headOf(gzipChunks(path, watch)) : read.bytes;
  if (isTar(head)) return { entries: await tarEntries(path, chunks, watch), unreadable: [] };
  return { entries: [{ path, bytes, modifiedAt, chunks }], unreadable: [] };
};

interface Found {
  readonly path: string;
  readonly bytes: number;
  readonly modifiedAt: string;
}

/** Regular files under a folder; pipes and devices are never opened, links to folders never followed. */
const walk = async (folder: string, depth: number, found: Found[], watch: Watch): Promise<void> => {
  for (const one of await readdir(folder, { withFileTypes: true })) {
    if (found.length >= FILES || watch.stopped() !== null) return;
    const path = join(folder, one.name);
    if (one.isDirectory() && depth < DEPTH) await walk(path, depth + 1, found, watch);
    else if (one.isFile() || one.isSymbolicLink()) {
      const seen = await stat(path).catch(() => null);
      if (seen?.isFile()) found.push({ path, bytes: seen.size, modifiedAt: seen.mtime.toISOString() });
    }
  }
};

const findFiles = async (path: string, watch: Watch): Promise<Result<Found[]>> => {
  const seen = await stat(path).catch(() => null);
  if (seen === null) return bad(problem('file-not-found', path));
  if (seen.isFile()) return good([{ path, bytes: seen.size, modifiedAt: seen.mtime.toISOString() }]);
  if (!seen.isDirectory()) return bad(problem('log-unreadable', path));
  const found: Found[] = [];
  await walk(path, 0, found, watch);
  return good(found);
};

/**
 * Files, folders and archives as single readable entries. A path that does not exist is `file-not-found`;
 * what cannot be opened stands in `unreadable` and does not stop the rest.
 */
export const expand = async (paths: readonly string[], watch: Watch): Promise<Result<Expanded>> => {
  const entries = new Map<string, Entry>();
  const unreadable: Unreadable[] = [];
  for (const path of paths) {
    const found = await findFiles(path, watch);
    if (!found.ok) return found;
    for (const one of found.value) {
      const stopped = watch.stopped();
      if (stopped !== null) return bad(stopped);
      const read = await fileEntries(one.path, one.bytes, one.modifiedAt, watch).catch((error: unknown) => ({
        entries: [],
        unreadable: [{ path: one.path, code: codeOf(error) }],
      }));
      unreadable.push(...read.unreadable);
      for (const entry of read.entries) entries.set(entry.path, entry);
    }
  }
  return good({ entries: [...entries.values()], unreadable });
};
