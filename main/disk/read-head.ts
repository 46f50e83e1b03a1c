import { open } from 'node:fs/promises';
import { type Read, readFailed } from './result';

/** The first `bytes` bytes of a file, fewer where it is shorter; says what a file is without reading all of it. */
export const readHead = async (path: string, bytes: number): Promise<Read> => {
  try {
    const handle = await open(path, 'r');
    const read = await handle.read(Buffer.alloc(bytes), 0, bytes, 0).finally(() => handle.close());
    return { ok: true, bytes: read.buffer.subarray(0, read.bytesRead) };
  } catch (error) {
    return readFailed(error);
  }
};
