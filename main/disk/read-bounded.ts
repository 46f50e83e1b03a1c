import { type FileHandle, open, stat } from 'node:fs/promises';
import { type Failed, type Read, type ReadFault, readFailed } from './result';

const CHUNK = 64 * 1024;

/**
 * The bytes of a regular file, at most `maxBytes` of them: a longer file (or one that grows past it while it is read)
 * answers `file-too-large`; a folder, pipe or device `file-unreadable`, without waiting on it.
 */
export const readBounded = async (path: string, maxBytes: number): Promise<Read> => {
  try {
    const seen = await stat(path);
    if (!seen.isFile()) return failed('file-unreadable', 'not a regular file');
    if (seen.size > maxBytes) return tooLarge(seen.size, maxBytes);
    const handle = await open(path, 'r');
    return await readFrom(handle, maxBytes).finally(() => handle.close());
  } catch (error) {
    return readFailed(error);
  }
};

const failed = (code: ReadFault, detail: string): Failed<ReadFault> => ({ ok: false, code, detail });

const tooLarge = (bytes: number, maxBytes: number): Failed<ReadFault> =>
  failed('file-too-large', `${bytes} bytes, at most ${maxBytes}`);

const readFrom = async (handle: FileHandle, maxBytes: number): Promise<Read> => {
  const chunks: Buffer[] = [];
  for (let total = 0; ; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, CHUNK, null);
    if (bytesRead === 0) return { ok: true, bytes: Buffer.concat(chunks) };
    total += bytesRead;
    if (total > maxBytes) return tooLarge(total, maxBytes);
    chunks.push(buffer.subarray(0, bytesRead));
  }
};
