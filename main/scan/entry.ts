import type { Watch } from './watch';

/** One readable piece of log material: a file, or a member of an archive. */
export interface Entry {
  /** The file's path; a member's name follows its archive after `!`. */
  readonly path: string;
  /** Size on disk, or of the member as the archive states it. */
  readonly bytes: number;
  readonly modifiedAt: string;
  /** Bytes, unpacked. A chunk is valid until the next one is asked for. Ends early when the watch says so. */
  readonly chunks: (watch: Watch) => AsyncGenerator<Uint8Array>;
}

export interface Unreadable {
  readonly path: string;
  readonly code: string;
}

export interface Expanded {
  readonly entries: readonly Entry[];
  readonly unreadable: readonly Unreadable[];
}

/** Why a piece of material cannot be read; thrown inside the room, a value at its edge. */
export class MaterialFault extends Error {
  constructor(readonly code: 'log-unreadable' | 'archive-damaged' | 'archive-encrypted' | 'archive-too-large') {
    super(code);
  }
}

/** The code of whatever reading threw: our own faults keep theirs, a system's error means an unreadable file. */
export const codeOf = (error: unknown): MaterialFault['code'] =>
  error instanceof MaterialFault ? error.code : 'log-unreadable';
