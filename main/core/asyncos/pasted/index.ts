import { hoststatus } from './hoststatus';
import { ping } from './ping';
import { rate } from './rate';
import type { PastedReader } from './reader';
import { showconfig } from './showconfig';
import { tail } from './tail';

/** Commands that are read where somebody pasted them and never typed by us, alphabetical by file. */
export const pastedReaders: readonly PastedReader[] = [hoststatus, ping, rate, showconfig, tail];

export type { PastedReader } from './reader';
