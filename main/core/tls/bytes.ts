/** Reading and writing bytes without Buffer or TextDecoder, which the core does not have. */
const NOTHING = new Uint8Array(0);

/**
 * Reads big-endian fields one after the other. Reading past the end never throws: it answers zero or
 * nothing and leaves `ok` false for good, so a parser reads everything first and asks `ok` once.
 */
export class Cursor {
  private at = 0;
  ok = true;

  constructor(private readonly bytes: Uint8Array) {}

  get left(): number {
    return this.bytes.length - this.at;
  }

  take(count: number): Uint8Array {
    if (!this.ok || count > this.left) {
      this.ok = false;
      return NOTHING;
    }
    this.at += count;
    return this.bytes.subarray(this.at - count, this.at);
  }

  number(width: 1 | 2 | 3): number {
    return this.take(width).reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** A field with its length in front, `width` bytes wide. */
  block(width: 1 | 2 | 3): Uint8Array {
    return this.take(this.number(width));
  }
}

/** A number as `width` big-endian bytes. */
export const number = (width: 1 | 2 | 3, value: number): Uint8Array => {
  const bytes = new Uint8Array(width);
  for (let index = 0; index < width; index += 1) bytes[index] = (value >>> (8 * (width - 1 - index))) & 0xff;
  return bytes;
};

/** Two bytes for each number. */
export const twoBytesEach = (values: readonly number[]): Uint8Array => {
  const bytes = new Uint8Array(2 * values.length);
  for (const [index, value] of values.entries()) {
    bytes[2 * index] = value >>> 8;
    bytes[2 * index + 1] = value & 0xff;
  }
  return bytes;
};

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
};

/** The parts behind a length field of `width` bytes. */
export const block = (width: 1 | 2 | 3, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = joined(...parts);
  return joined(number(width, content.length), content);
};

/** Two-byte numbers from two bytes each; an odd last byte is left out. */
export const pairs = (bytes: Uint8Array): number[] =>
  Array.from({ length: bytes.length >> 1 }, (_, index) => ((bytes[2 * index] ?? 0) << 8) | (bytes[2 * index + 1] ?? 0));

const hexPairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

export const hex = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += hexPairs[byte] ?? '';
  return text;
};

/** Latin-1 text of the bytes: every byte becomes one character. */
export const textOf = (bytes: Uint8Array): string => {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 4096) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 4096)));
  return pieces.join('');
};

/** Bytes of Latin-1 text; a character beyond it becomes `?`. */
export const bytesOf = (text: string): Uint8Array =>
  Uint8Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 256 ? code : 0x3f;
  });

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, index) => byte === other[index]);
