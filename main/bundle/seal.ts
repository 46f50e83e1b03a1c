import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** What the archive's comment begins with; 64 hexadecimal digits follow. */
export const SEAL = 'cpq-doctor sha256 ';

const LENGTH = SEAL.length + 64;
const CHUNK = 256 * 1024;

/** The comment's length as the last field of a ZIP (APPNOTE 4.3.16). */
export const sealLength = (): Uint8Array => Uint8Array.of(LENGTH & 255, LENGTH >> 8);

const hashOf = async (handle: FileHandle, length: number): Promise<string> => {
  const hash = createHash('sha256');
  for (let done = 0; done < length; ) {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(CHUNK), 0, Math.min(CHUNK, length - done), done);
    if (bytesRead === 0) break;
    hash.update(buffer.subarray(0, bytesRead));
    done += bytesRead;
  }
  return hash.digest('hex');
};

/** Whether an archive carries a seal, and whether every byte before it is as it was sealed. */
export const readSeal = async (handle: FileHandle, size: number): Promise<'whole' | 'changed' | 'none'> => {
  if (size <= LENGTH) return 'none';
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(LENGTH), 0, LENGTH, size - LENGTH);
  const comment = buffer.subarray(0, bytesRead).toString('latin1');
  if (!comment.startsWith(SEAL)) return 'none';
  return (await hashOf(handle, size - LENGTH)) === comment.slice(SEAL.length) ? 'whole' : 'changed';
};
