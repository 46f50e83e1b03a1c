import { type FileHandle, open } from 'node:fs/promises';
import { configure, Reader, type Entry as ZipEntry, ZipReader } from '@zip.js/zip.js';
import { type Entry, type Expanded, MaterialFault, type Unreadable } from './entry';
import { boundOf, maybeGunzipped } from './inflate';
import type { Watch } from './watch';

// Without workers of its own: they would need files beside ours in the packaged app.
configure({ useWebWorkers: false });

/** Reads a zip file in place; nothing is loaded whole. */
class FileReader extends Reader<FileHandle> {
  readonly #handle: FileHandle;

  constructor(handle: FileHandle, size: number) {
    super(handle);
    this.#handle = handle;
    this.size = size;
  }

  override async readUint8Array(offset: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.#handle.read(Buffer.alloc(length), 0, length, offset);
    return buffer.subarray(0, bytesRead);
  }
}

const MEMBERS = 10_000;

const withZip = async <T>(path: string, use: (entries: ZipEntry[]) => Promise<T>): Promise<T> => {
  const handle = await open(path, 'r');
  try {
    const reader = new ZipReader(new FileReader(handle, (await handle.stat()).size));
    const entries: ZipEntry[] = [];
    for await (const entry of reader.getEntriesGenerator()) if (entries.push(entry) >= MEMBERS) break;
    return await use(entries);
  } catch (error) {
    throw error instanceof MaterialFault ? error : new MaterialFault('archive-damaged');
  } finally {
    await handle.close();
  }
};

async function* unpacked(path: string, index: number, watch: Watch): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  const stop = new AbortController();
  try {
    const reader = new ZipReader(new FileReader(handle, (await handle.stat()).size));
    const entry = (await reader.getEntries())[index];
    if (!entry || entry.directory) throw new MaterialFault('archive-damaged');
    const bound = boundOf(() => entry.compressedSize);
    const pipe = new TransformStream<Uint8Array, Uint8Array>();
    const written = entry.getData(pipe.writable, { signal: stop.signal }).then(
      () => null,
      (error: unknown) => error,
    );
    const source = pipe.readable.getReader();
    for (;;) {
      const next = await source.read().catch(() => null);
      if (next === null || next.done || watch.stopped() !== null) break;
      bound(next.value.length);
      yield next.value;
    }
    stop.abort();
    if (watch.stopped() === null && (await written) !== null) throw new MaterialFault('archive-damaged');
  } finally {
    stop.abort();
    await handle.close();
  }
}

const entryOf = (path: string, index: number, zipped: ZipEntry): Entry => ({
  path: `${path}!${zipped.filename}`,
  bytes: zipped.uncompressedSize,
  modifiedAt: (zipped.lastModDate ?? new Date(0)).toISOString(),
  chunks: (watch) => maybeGunzipped(unpacked(path, index, watch)),
});

export const isZip = (head: Uint8Array): boolean =>
  head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);

/** The files in a zip archive; encrypted members are named as unreadable. Throws `archive-damaged`. */
export const zipEntries = (path: string): Promise<Expanded> =>
  withZip(path, async (zipped) => {
    const entries: Entry[] = [];
    const unreadable: Unreadable[] = [];
    zipped.forEach((one, index) => {
      if (one.directory) return;
      if (one.encrypted) unreadable.push({ path: `${path}!${one.filename}`, code: 'archive-encrypted' });
      else entries.push(entryOf(path, index, one));
    });
    return { entries, unreadable };
  });
