import { type AtomicOptions, beginAtomically } from './atomic-file';
import type { Written } from './result';

/**
 * Writes a file whole or not at all: a temporary file in the same folder, every byte counted, flushed, renamed over the
 * old one, the folder flushed. On a full disk, in a read-only or a missing folder the old file stands as it was and
 * nothing half-written is left; the answer says which of these it was.
 */
export const writeAtomically = async (
  path: string,
  content: Uint8Array | string,
  options: AtomicOptions = {},
): Promise<Written> => {
  const begun = await beginAtomically(path, options);
  if (!begun.ok) return begun;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const written = await begun.file.write(bytes);
  return written.ok ? begun.file.commit() : written;
};
