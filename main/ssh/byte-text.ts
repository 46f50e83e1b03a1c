/** Well-formed UTF-8 beyond ASCII (RFC 3629 section 4), one character for each byte. */
const WIDE =
  '(?:[\\xc2-\\xdf][\\x80-\\xbf]|\\xe0[\\xa0-\\xbf][\\x80-\\xbf]|[\\xe1-\\xec\\xee\\xef][\\x80-\\xbf]{2}|\\xed[\\x80-\\x9f][\\x80-\\xbf]' +
  '|\\xf0[\\x90-\\xbf][\\x80-\\xbf]{2}|[\\xf1-\\xf3][\\x80-\\xbf]{3}|\\xf4[\\x80-\\x8f][\\x80-\\xbf]{2})+';
const PIECES = new RegExp(`${WIDE}|[\\x80-\\xff]`, 'g');
/** The beginning of a character whose rest may still come. */
const BEGUN = /(?:[\xc2-\xf4]|[\xe0-\xf4][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{2})$/;
const LEAD = new RegExp(`^${WIDE}$`);

/** A lone byte is Latin-1; its control characters (`\x9b` begins an escape sequence) are none of a text. */
const lone = (byte: string): string => (byte < '\xa0' ? '\ufffd' : byte);

const told = (bytes: string): string =>
  bytes.replace(PIECES, (piece) => (LEAD.test(piece) ? Buffer.from(piece, 'latin1').toString('utf8') : lone(piece)));

/**
 * What an appliance prints, as text: UTF-8, and where it is none each byte as Latin-1, which old banners and names are
 * written in. A character that comes in two chunks is put together.
 */
export const byteText = (): { take(chunk: Buffer): string; end(): string } => {
  let begun = '';
  return {
    take(chunk) {
      const bytes = begun + chunk.toString('latin1');
      begun = BEGUN.exec(bytes)?.[0] ?? '';
      return told(bytes.slice(0, bytes.length - begun.length));
    },
    end() {
      const rest = told(begun);
      begun = '';
      return rest;
    },
  };
};
