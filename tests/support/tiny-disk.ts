import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A real file system of a few KiB in a mount namespace of its own; nobody else on the machine sees it. */
export interface TinyDisk {
  /** Reached through the namespace of the process that holds the mount. */
  readonly path: string;
  makeReadOnly(): Promise<void>;
  release(): Promise<void>;
}

/** Says why such a disk cannot be had here (not Linux, no user namespaces), or null where it can. */
export const whyNoTinyDisk = (): string | null => {
  const tried = spawnSync('unshare', ['-Urm', 'true'], { encoding: 'utf8' });
  return tried.status === 0 ? null : `unshare -Urm: ${tried.error?.message ?? tried.stderr.trim()}`;
};

/** For `it.skipIf(...)`: prints the reason, and never skips in CI. */
export const skipWithoutTinyDisk = (): boolean => {
  const reason = whyNoTinyDisk();
  if (reason === null || process.env.CI) return false;
  console.warn(`skipped: ${reason}`);
  return true;
};

/** Each line answers when the one before has been done, so that nothing waits by the clock. */
const HOLD = `
mount -t tmpfs -o size="$2"k,mode=700 tmpfs "$1" && echo mounted || exit 1
read -r word && mount -o remount,ro "$1" && echo read-only || exit 1
read -r word
`;

export const tinyDisk = async (kibibytes: number): Promise<TinyDisk> => {
  const folder = mkdtempSync(join(tmpdir(), 'tiny-disk-'));
  const holder = spawn('unshare', ['-Urm', 'sh', '-c', HOLD, 'sh', folder, String(kibibytes)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]();
  const said = async (word: string) => {
    const { value } = await lines.next();
    if (value !== word) throw new Error(`the tiny disk is not ${word}`);
  };
  await said('mounted');
  return {
    path: `/proc/${holder.pid}/root${folder}`,
    makeReadOnly: async () => {
      holder.stdin.write('ro\n');
      await said('read-only');
    },
    release: async () => {
      const gone = once(holder, 'exit');
      holder.stdin.end();
      await gone;
      rmSync(folder, { recursive: true });
    },
  };
};
