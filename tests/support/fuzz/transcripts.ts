import { readFileSync } from 'node:fs';
import type { Transcript } from './transcript';

const file = new URL('../../fixtures/transcripts/recorded.json', import.meta.url);
const recorded: readonly Transcript[] = JSON.parse(readFileSync(file, 'utf8'));

export const bytesOfHex = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'));

/** What a peer said before TLS, in its TLS, and what it was offered. */
export type Recording = {
  readonly peer: string;
  readonly smtp: readonly Uint8Array[];
  readonly tls: Uint8Array;
  readonly hello: Uint8Array;
};

/** Transcripts of real peers (`record.ts`). */
export const recordings: readonly Recording[] = recorded.map(({ peer, smtp, tls, hello }) => ({
  peer,
  smtp: smtp.map(bytesOfHex),
  tls: bytesOfHex(tls.join('')),
  hello: bytesOfHex(hello),
}));
