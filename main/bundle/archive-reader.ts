import { type FileHandle, open, stat } from 'node:fs/promises';
import { configure, type Entry, type FileEntry, Reader, Writer, ZipReader } from '@zip.js/zip.js';
import { good, type Result } from '../core/model';
import { isSafeName } from './entry-name';
import { refused } from './problems';
import { readSeal } from './seal';

configure({ useWebWorkers: false });

const MIB = 1024 * 1024;
const MOST = { bytes: 2048 * MIB, entries: 10_000, entryBytes: 256 * MIB, unpackedBytes: 1024 * MIB, ratio: 1000 };

export interface Unpacked {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly packed: number;
}

class HandleReader extends Reader<FileHandle> {
  constructor(
    private readonly handle: FileHandle,
    override readonly size: number,
  ) {
    super(handle);
  }

  override async readUint8Array(index: number, length: number): Promise<Uint8Array> {
    const { buffer, bytesRead } = await this.handle.read(Buffer.alloc(length), 0, length, index);
    return buffer.subarray(0, bytesRead);
  }
}

/** An entry that unpacks to more than it declares ends here, whatever its header says. */
class BoundedWriter extends Writer<Uint8Array> {
  private readonly chunks: Uint8Array[] = [];
  private length = 0;

  constructor(private readonly most: number) {
    super();
  }

  override async writeUint8Array(chunk: Uint8Array): Promise<void> {
    this.length += chunk.length;
    if (this.length > this.most) throw new RangeError('larger than declared');
    this.chunks.push(chunk);
  }

  override async getData(): Promise<Uint8Array> {
    return Buffer.concat(this.chunks);
  }
}

/** Regular files only: no folder entries, links or devices (upper half of the attributes where Unix made it). */
const isPlainFile = (entry: Entry): entry is FileEntry => {
  const type = (entry.externalFileAttributes >>> 16) & 0o170000;
  return !entry.directory && !entry.encrypted && (type === 0 || type === 0o100000);
};

const firstProblem = (entries: readonly Entry[], path: string): Result<never> | null => {
  if (entries.length > MOST.entries) return refused('too-large', path, { detail: `${entries.length} files` });
  const names = new Set<string>();
  let total = 0;
  for (const entry of entries) {
    const { filename, uncompressedSize, compressedSize } = entry;
    const name = filename.slice(0, 200);
    if (!isSafeName(filename) || !isPlainFile(entry)) return refused('entry-refused', path, { entry: name });
    if (names.has(filename.toLowerCase())) return refused('entry-twice', path, { entry: name });
    names.add(filename.toLowerCase());
    total += uncompressedSize;
    const bomb = uncompressedSize > 10 * MIB && uncompressedSize > compressedSize * MOST.ratio;
    if (bomb || uncompressedSize > MOST.entryBytes || total > MOST.unpackedBytes)
      return refused('too-large', path, { detail: `${name}: ${uncompressedSize}` });
  }
  return null;
};

const unpack = async (entries: readonly Entry[]): Promise<Unpacked[]> => {
  const files: Unpacked[] = [];
  for (const entry of entries.filter(isPlainFile)) {
    const bytes = await entry.getData(new BoundedWriter(entry.uncompressedSize), { checkSignature: true });
    files.push({ path: entry.filename, bytes, packed: entry.compressedSize });
  }
  return files;
};

const readFrom = async (handle: FileHandle, size: number, path: string): Promise<Result<readonly Unpacked[]>> => {
  const seal = await readSeal(handle, size);
  if (seal === 'changed') return refused('changed', path);
  const reader = new ZipReader(new HandleReader(handle, size), { strictness: 'strict', useWebWorkers: false });
  try {
    const entries = await reader.getEntries();
    const found = firstProblem(entries, path);
    if (found !== null) return found;
    if (seal === 'none') return refused('unsealed', path);
    return good(await unpack(entries));
  } catch (error) {
    return refused('not-a-bundle', path, { detail: error instanceof Error ? error.message : String(error) });
  } finally {
    await reader.close();
  }
};

/**
 * Every file of an archive that may come from anywhere: bounded in count and size, names that cannot lead out of a
 * folder, no links, no doubles, and every byte as it was sealed. Fails as a value, never half.
 */
export const readArchive = async (path: string): Promise<Result<readonly Unpacked[]>> => {
  const seen = await stat(path).catch(() => null);
  if (seen === null) return refused('missing', path);
  if (!seen.isFile()) return refused('not-a-bundle', path, { detail: '' });
  if (seen.size > MOST.bytes) return refused('too-large', path, { detail: `${seen.size}` });
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) return refused('unreadable', path);
  try {
    return await readFrom(handle, seen.size, path);
  } finally {
    await handle.close();
  }
};
