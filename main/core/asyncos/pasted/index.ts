import { hoststatus } from './hoststatus';
import { nslookup } from './nslookup';
import { ping } from './ping';
import { rate } from './rate';
import type { PastedReader } from './reader';
import { showchanges } from './showchanges';
import { showconfig } from './showconfig';
import { tail } from './tail';
import { traceroute } from './traceroute';
import { who } from './who';

/** Commands that are read where somebody pasted them and never typed by us, alphabetical by file. */
export const pastedReaders: readonly PastedReader[] = [
  hoststatus,
  nslookup,
  ping,
  rate,
  showchanges,
  showconfig,
  tail,
  traceroute,
  who,
];

export type { PastedReader } from './reader';
