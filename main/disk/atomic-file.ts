import { randomBytes } from 'node:crypto';
import { copyFile, type FileHandle, link, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { renameOver } from './rename';
import { type Failed, type WriteFault, type Written, wordOf, writeFailed } from './result';
import { syncFolder } from './sync-folder';

export interface AtomicOptions {
  /** Keep what stood there as `<name>.previous`. */
  readonly keepPrevious?: boolean;
}

/** A file that exists under a temporary name until `commit`; after `abandon` or a failure nothing is left of it. */
export interface AtomicFile {
  /** Where the bytes stand meanwhile, in the folder of the target: to be read back before `commit`. */
  readonly temporary: string;
  write(bytes: Uint8Array): Promise<Written>;
  commit(): Promise<Written>;
  abandon(): Promise<void>;
}

/**
 * Begins a file that appears under its name whole or not at all. Fails as a value: full disk, read-only or missing
 * folder. For a few bytes use `writeAtomically`.
 */
export const beginAtomically = async (
  path: string,
  options: AtomicOptions = {},
): Promise<{ readonly ok: true; readonly file: AtomicFile } | Failed<WriteFault>> => {
  const temporary = temporaryBeside(path);
  try {
    return { ok: true, file: new Pending(path, temporary, await open(temporary, 'wx', 0o600), options) };
  } catch (error) {
    return writeFailed(error);
  }
};

/** A name nobody else uses, in the same folder, because a rename across file systems is a copy. */
export const temporaryBeside = (path: string): string =>
  join(dirname(path), `.cpq-doctor-${process.pid}-${randomBytes(6).toString('hex')}.tmp`);

class Pending implements AtomicFile {
  private open = true;

  constructor(
    private readonly path: string,
    readonly temporary: string,
    private readonly handle: FileHandle,
    private readonly options: AtomicOptions,
  ) {}

  write(bytes: Uint8Array): Promise<Written> {
    return this.orNothing(() => writeAll(this.handle, bytes));
  }

  commit(): Promise<Written> {
    return this.orNothing(async () => {
      await this.handle.sync();
      await this.close();
      if (this.options.keepPrevious === true) await keepPrevious(this.path);
      await renameOver(this.temporary, this.path);
      await syncFolder(dirname(this.path));
    });
  }

  async abandon(): Promise<void> {
    await this.close().catch(() => undefined);
    await rm(this.temporary, { force: true });
  }

  private async close(): Promise<void> {
    if (!this.open) return;
    this.open = false;
    await this.handle.close();
  }

  private async orNothing(act: () => Promise<void>): Promise<Written> {
    try {
      await act();
      return { ok: true };
    } catch (error) {
      await this.abandon().catch(() => undefined);
      return writeFailed(error);
    }
  }
}

/** One `write` may take fewer bytes than it was given: a nearly full disk does that before it says ENOSPC. */
const writeAll = async (handle: FileHandle, bytes: Uint8Array): Promise<void> => {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done);
    if (bytesWritten === 0) throw new Error(`wrote ${done} of ${bytes.length} bytes`);
    done += bytesWritten;
  }
};

/** The old file gets a second name before the new one takes its place, so that there is no moment without it. */
const keepPrevious = async (path: string): Promise<void> => {
  const second = temporaryBeside(`${path}.previous`);
  try {
    await link(path, second).catch((error: unknown) => copyWhereUnlinkable(error, path, second));
    await renameOver(second, `${path}.previous`);
    await rm(second, { force: true });
  } catch (error) {
    await rm(second, { force: true });
    if (wordOf(error) !== 'ENOENT') throw error;
  }
};

/** FAT and some network shares have no second names. */
const copyWhereUnlinkable = async (error: unknown, from: string, to: string): Promise<void> => {
  if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK', 'EISDIR'].includes(wordOf(error))) throw error;
  await copyFile(from, to);
};
