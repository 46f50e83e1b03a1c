/**
 * Changes bytes as a line, a broken peer or an attacker may. Each word (31 bits of chance) is one change: what (3 bits),
 * where (14), with which value (8), how much (6). No words: the bytes as they are, so a failure shrinks to what counts.
 */
type Change = (bytes: Uint8Array, at: number, value: number, size: number) => Uint8Array;

const cut = (bytes: Uint8Array, at: number, drop: number, ...put: readonly number[]): Uint8Array => {
  const changed = new Uint8Array(Math.max(0, bytes.length - drop) + put.length);
  changed.set(bytes.subarray(0, at));
  changed.set(put, at);
  changed.set(bytes.subarray(at + drop), at + put.length);
  return changed;
};

const written = (bytes: Uint8Array, at: number, ...put: readonly number[]): Uint8Array =>
  bytes.length < at + put.length ? bytes : cut(bytes, at, put.length, ...put);

const changes: readonly Change[] = [
  (bytes, at, value) => written(bytes, at, (bytes[at] ?? 0) ^ (1 << (value & 7))),
  (bytes, at, value) => written(bytes, at, value),
  (bytes, at, _value, size) => cut(bytes, at, Math.min(1 + size, bytes.length - at)),
  (bytes, at, value, size) => cut(bytes, at, 0, ...new Array<number>(1 + size).fill(value)),
  (bytes, at, value, size) => cut(bytes, at, 0, ...bytes.subarray(at, at + 1 + size * (1 + (value & 15)))),
  (bytes, at) => bytes.subarray(0, at),
  // A length field that lies: two or three bytes, all ones or all but none.
  (bytes, at, value, size) =>
    written(bytes, at, value & 1 ? 0xff : 0, ...(value & 2 ? [0xff] : []), size & 1 ? 0xff : size),
  // Another piece of the same, somewhere else.
  (bytes, at, value, size) => written(bytes, at, ...bytes.subarray(value, value + 1 + size)),
];

const one = (bytes: Uint8Array, word: number): Uint8Array => {
  const change = changes[word & 7];
  const at = ((word >>> 3) & 0x3fff) % Math.max(1, bytes.length);
  return change?.(bytes, at, (word >>> 17) & 0xff, (word >>> 25) & 0x3f) ?? bytes;
};

export const mutated = (bytes: Uint8Array, words: readonly number[]): Uint8Array => words.reduce(one, bytes);

/** Small pieces seldom: they take the machines long. */
const whole = Number.MAX_SAFE_INTEGER;
const sizes = [1, 3, 17, 17, 64, 64, 64, 256, 256, 256, 1460, 1460, whole, whole, whole, whole];

/** The bytes in pieces as a network may deliver them: all at once, byte by byte, or between. */
export const delivered = (bytes: Uint8Array, word: number): Uint8Array[] => {
  const size = sizes[word & 15] ?? bytes.length;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return pieces;
};
