import { joined, textOf } from '../tls/bytes';

/** A reply line may be 512 bytes long (RFC 5321 section 4.5.3.1.5); real ones are longer, none is this long. */
export const LONGEST_LINE = 2048;

export type Lines = { readonly lines: readonly string[]; readonly rest: Uint8Array; readonly tooLong: boolean };

/** Cuts whole lines (LF, CR before it dropped) off the front of the bytes, as Latin-1. Never throws. */
export const splitLines = (pending: Uint8Array, bytes: Uint8Array): Lines => {
  const lines: string[] = [];
  let rest = joined(pending, bytes);
  for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
    if (end > LONGEST_LINE) return { lines, rest, tooLong: true };
    lines.push(textOf(rest.subarray(0, end)).replace(/\r$/, ''));
    rest = rest.subarray(end + 1);
  }
  return { lines, rest, tooLong: rest.length > LONGEST_LINE };
};

/** The text with everything that is not printable ASCII as `\xNN`, so that a peer cannot forge lines of the record. */
export const printable = (text: string): string =>
  text.replace(/[^\x20-\x7e]/g, (character) => `\\x${(character.codePointAt(0) ?? 0).toString(16).padStart(2, '0')}`);
