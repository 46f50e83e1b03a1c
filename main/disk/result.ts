/** Why something could not be written. */
export type WriteFault = 'disk-full' | 'folder-read-only' | 'folder-missing' | 'file-exists' | 'disk-failed';

/** Why something could not be read. */
export type ReadFault = 'file-missing' | 'file-too-large' | 'file-unreadable';

/** `detail` is the system's own word (`ENOSPC: no space left on device, write`), for the log and not for the reader. */
export interface Failed<Code> {
  readonly ok: false;
  readonly code: Code;
  readonly detail: string;
}

export type Written = { readonly ok: true } | Failed<WriteFault>;

export type Read = { readonly ok: true; readonly bytes: Buffer } | Failed<ReadFault>;

const WRITE_FAULTS: Readonly<Record<string, WriteFault>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-read-only',
  EPERM: 'folder-read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  EEXIST: 'file-exists',
};

/** The system's short word for an error (`ENOSPC`), or an empty text. */
export const wordOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

const told = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A caught error of a writing call as a value. */
export const writeFailed = (error: unknown): Failed<WriteFault> => ({
  ok: false,
  code: WRITE_FAULTS[wordOf(error)] ?? 'disk-failed',
  detail: told(error),
});

/** A caught error of a reading call as a value. */
export const readFailed = (error: unknown): Failed<ReadFault> => ({
  ok: false,
  code: ['ENOENT', 'ENOTDIR'].includes(wordOf(error)) ? 'file-missing' : 'file-unreadable',
  detail: told(error),
});
