const ENCODING = /^(?:\xef\xbb\xbf)?\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']+)["']/;
const HEAD = 512;
const CHUNK = 8192;

const latin1 = (bytes: Uint8Array): string => {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK)
    parts.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + CHUNK)));
  return parts.join('');
};

/** How many bytes follow this first byte, or -1 where no sequence can begin with it (RFC 3629, section 4). */
const following = (first: number): number => {
  if (first < 0x80) return 0;
  if (first >= 0xc2 && first <= 0xdf) return 1;
  if (first >= 0xe0 && first <= 0xef) return 2;
  return first >= 0xf0 && first <= 0xf4 ? 3 : -1;
};
const LOWEST = [0, 0x80, 0x800, 0x10000];

const pointAt = (bytes: Uint8Array, at: number, length: number): number | null => {
  const first = bytes[at] ?? 0;
  let point = length === 0 ? first : first & (0x3f >> length);
  for (let next = 1; next <= length; next += 1) {
    const byte = bytes[at + next];
    if (byte === undefined || (byte & 0xc0) !== 0x80) return null;
    point = (point << 6) | (byte & 0x3f);
  }
  const surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < (LOWEST[length] ?? 0) || surrogate || point > 0x10ffff ? null : point;
};

/** Bytes as UTF-8; `broken` counts the bytes that are not, each shown as U+FFFD. */
export const decodeUtf8 = (bytes: Uint8Array): { text: string; broken: number } => {
  const parts: string[] = [];
  let points: number[] = [];
  let broken = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = following(bytes[at] ?? 0);
    const point = length < 0 ? null : pointAt(bytes, at, length);
    if (point === null) broken += 1;
    points.push(point ?? 0xfffd);
    at += point === null ? 1 : length + 1;
    if (points.length === CHUNK) {
      parts.push(String.fromCodePoint(...points));
      points = [];
    }
  }
  parts.push(String.fromCodePoint(...points));
  return { text: parts.join(''), broken };
};

const declared = (bytes: Uint8Array): string | null =>
  ENCODING.exec(latin1(bytes.subarray(0, HEAD)))?.[1]?.toLowerCase() ?? null;

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text);

/**
 * The text of a configuration export by its declared encoding: ISO-8859-1 on every product seen (samples/config), UTF-8
 * where it says so. Without a declaration UTF-8 when the bytes are valid, else Latin-1. Never fails.
 */
export const decodeConfig = (bytes: Uint8Array): string => {
  const encoding = declared(bytes);
  if (encoding !== null && /^(?:utf-?8)$/.test(encoding)) return withoutMark(decodeUtf8(bytes).text);
  if (encoding !== null) return latin1(bytes);
  const utf8 = decodeUtf8(bytes);
  return utf8.broken === 0 ? withoutMark(utf8.text) : latin1(bytes);
};

const runBytes = (run: string): Uint8Array => Uint8Array.from(run, (character) => character.charCodeAt(0));

/**
 * Whether a text that was read as Latin-1 would have been valid UTF-8 with other than ASCII characters. ASCII between
 * the sequences only separates them, so each run is checked alone.
 */
export const looksLikeUtf8 = (text: string): boolean => {
  const runs = text.match(/[^\0-\u007f]+/g) ?? [];
  return (
    runs.length > 0 && runs.every((run) => !/[^\u0080-\u00ff]/.test(run) && decodeUtf8(runBytes(run)).broken === 0)
  );
};
