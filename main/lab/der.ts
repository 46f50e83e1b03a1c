/** Just enough DER (X.690) to write one certificate; @peculiar/x509 asks for a Reflect polyfill that nobody else needs. */

const length = (size: number): Buffer => {
  if (size < 0x80) return Buffer.of(size);
  const digits = Buffer.from(size.toString(16).padStart(size > 0xff ? 4 : 2, '0'), 'hex');
  return Buffer.concat([Buffer.of(0x80 | digits.length), digits]);
};

const tagged =
  (tag: number) =>
  (...parts: readonly Uint8Array[]): Buffer => {
    const content = Buffer.concat(parts);
    return Buffer.concat([Buffer.of(tag), length(content.length), content]);
  };

export const sequence = tagged(0x30);
export const set = tagged(0x31);
export const explicit0 = tagged(0xa0);
export const NULL = Buffer.of(5, 0);

/** A positive number of big-endian bytes. */
export const integer = (bytes: Uint8Array): Buffer =>
  (bytes[0] ?? 0) >= 0x80 ? tagged(2)(Buffer.of(0), bytes) : tagged(2)(bytes);
export const bitString = (bytes: Uint8Array): Buffer => tagged(3)(Buffer.of(0), bytes);
export const text = (value: string): Buffer => tagged(0x0c)(Buffer.from(value, 'utf8'));

/** An object identifier given as its encoded content. */
export const identifier = (hex: string): Buffer => tagged(6)(Buffer.from(hex, 'hex'));

/** `YYMMDDHHMMSSZ`, for dates before 2050. */
export const utcTime = (at: Date): Buffer =>
  tagged(0x17)(Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`, 'ascii'));
