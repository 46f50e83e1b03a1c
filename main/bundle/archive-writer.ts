import { createHash } from 'node:crypto';
import { ZipWriter } from '@zip.js/zip.js';
import type { AtomicFile, Failed, WriteFault } from '../disk';
import { SEAL, sealLength } from './seal';

export interface BundleFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A failed write of the disk room, thrown through the archive library and caught right outside of it. */
class DiskRefused extends Error {
  constructor(readonly failed: Failed<WriteFault>) {
    super(failed.detail);
  }
}

/** The archive's last two bytes say how long its comment is; they are held back until the seal is known. */
class SealedSink {
  private readonly hash = createHash('sha256');
  private held = Buffer.alloc(0);
  bytes = 0;

  constructor(private readonly file: AtomicFile) {}

  async write(chunk: Uint8Array): Promise<void> {
    const all = Buffer.concat([this.held, chunk]);
    this.held = all.subarray(Math.max(0, all.length - 2));
    await this.put(all.subarray(0, Math.max(0, all.length - 2)));
  }

  async seal(): Promise<void> {
    await this.put(sealLength());
    const digest = this.hash.digest('hex');
    await this.put(Buffer.from(SEAL + digest, 'latin1'), false);
  }

  private async put(bytes: Uint8Array, hashed = true): Promise<void> {
    if (bytes.length === 0) return;
    if (hashed) this.hash.update(bytes);
    this.bytes += bytes.length;
    const written = await this.file.write(bytes);
    if (!written.ok) throw new DiskRefused(written);
  }
}

/** ZIP holds local time without a zone; the fields are set to UTC, so that no laptop's zone changes the bytes. */
const asZipDate = (at: Date): Date =>
  new Date(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate(), at.getUTCHours(), at.getUTCMinutes(), 0);

const streamOf = (bytes: Uint8Array): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });

const OPTIONS = {
  level: 6,
  bufferedWrite: true,
  keepOrder: true,
  dataDescriptor: false,
  extendedTimestamp: false,
  useWebWorkers: false,
} as const;

/**
 * Writes the files as a plain ZIP in the order given, one time for all of them, and closes it with a seal: the archive's
 * comment holds the SHA-256 of every byte before it, so that any change shows. Answers the bytes written, or why not.
 */
export const writeArchive = async (
  files: readonly BundleFile[],
  file: AtomicFile,
  at: Date,
): Promise<{ readonly ok: true; readonly bytes: number } | Failed<WriteFault>> => {
  const sink = new SealedSink(file);
  const writable = new WritableStream<Uint8Array>({ write: (chunk) => sink.write(chunk) });
  const writer = new ZipWriter(writable, OPTIONS);
  try {
    for (const { path, bytes } of files) await writer.add(path, streamOf(bytes), { lastModDate: asZipDate(at) });
    await writer.close(undefined, { preventClose: true });
    await sink.seal();
    return { ok: true, bytes: sink.bytes };
  } catch (error) {
    if (error instanceof DiskRefused) return error.failed;
    throw error;
  }
};
