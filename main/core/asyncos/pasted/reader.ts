import type { Reading } from '../command';

/** A command that is read where a person pasted it, and never typed by us. */
export interface PastedReader<Data = unknown> {
  readonly name: string;
  readonly words: readonly string[];
  /** Why it is in no allow-list. */
  readonly notTyped: string;
  readonly source: string;
  readonly sample: string;
  read(text: string): Reading<Data>;
}

/** Types the entry; data first, reader last. */
export const pasted = <Data>(definition: PastedReader<Data>): PastedReader<Data> => definition;
