/** One frame to be put into a file: microseconds since 1970, its bytes, its whole length where it was cut. */
export interface Framed {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly length?: number;
}

type Order = 'little' | 'big';

const u16 = (value: number, order: Order): Buffer => {
  const bytes = Buffer.alloc(2);
  if (order === 'little') bytes.writeUInt16LE(value);
  else bytes.writeUInt16BE(value);
  return bytes;
};
const u32 = (value: number, order: Order): Buffer => {
  const bytes = Buffer.alloc(4);
  if (order === 'little') bytes.writeUInt32LE(value);
  else bytes.writeUInt32BE(value);
  return bytes;
};

/** A pcap file, written here by its specification: `magic` decides the unit. */
export const pcapFile = (
  frames: readonly Framed[],
  { linkType = 1, order = 'little' as Order, nanoseconds = false } = {},
): Buffer => {
  const magic = nanoseconds ? 0xa1b23c4d : 0xa1b2c3d4;
  const numbers = (...values: readonly number[]): Buffer => Buffer.concat(values.map((value) => u32(value, order)));
  const header = [u32(magic, order), u16(2, order), u16(4, order), numbers(0, 0, 65_535, linkType)];
  const records = frames.flatMap(({ at, bytes, length }) => {
    const parts = (at % 1_000_000) * (nanoseconds ? 1000 : 1);
    return [numbers(Math.floor(at / 1_000_000), parts, bytes.length, length ?? bytes.length), Buffer.from(bytes)];
  });
  return Buffer.concat([...header, ...records]);
};

const padded = (bytes: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(bytes), Buffer.alloc((4 - (bytes.length % 4)) % 4)]);

/** Blocks of a pcapng file in one byte order. */
export const pcapng = (order: Order) => {
  const block = (type: number, ...body: readonly Uint8Array[]): Buffer => {
    const content = padded(Buffer.concat(body));
    const length = u32(content.length + 12, order);
    return Buffer.concat([u32(type, order), length, content, length]);
  };
  const option = (code: number, value: Uint8Array): Buffer =>
    Buffer.concat([u16(code, order), u16(value.length, order), padded(value)]);
  const stamp = (units: bigint): Buffer =>
    Buffer.concat([u32(Number(units >> 32n), order), u32(Number(units & 0xffffffffn), order)]);
  return {
    block,
    section: (program = 'test'): Buffer =>
      block(
        0x0a0d0d0a,
        u32(0x1a2b3c4d, order),
        u16(1, order),
        u16(0, order),
        Buffer.alloc(8, 0xff),
        option(4, Buffer.from(program)),
        option(0, Buffer.alloc(0)),
      ),
    device: (linkType: number, resolution: number | null = null, snapLength = 0): Buffer =>
      block(
        1,
        u16(linkType, order),
        u16(0, order),
        u32(snapLength, order),
        ...(resolution === null ? [] : [option(9, Buffer.of(resolution)), option(0, Buffer.alloc(0))]),
      ),
    enhanced: (device: number, units: bigint, bytes: Uint8Array, length = bytes.length): Buffer =>
      block(6, u32(device, order), stamp(units), u32(bytes.length, order), u32(length, order), padded(bytes)),
    old: (device: number, units: bigint, bytes: Uint8Array): Buffer =>
      block(
        2,
        u16(device, order),
        u16(0, order),
        stamp(units),
        u32(bytes.length, order),
        u32(bytes.length, order),
        padded(bytes),
      ),
    simple: (bytes: Uint8Array, length = bytes.length): Buffer => block(3, u32(length, order), padded(bytes)),
  };
};

/** The same TCP segment inside an IPv6 packet; addresses by their last two bytes, `extension` before it. */
export const ipv6Of = (ipv4: Buffer, extension: { readonly type: number; readonly bytes: Buffer } | null = null) => {
  const segment = ipv4.subarray(20);
  const header = Buffer.alloc(40);
  header.writeUInt8(0x60, 0);
  header.writeUInt16BE(segment.length + (extension?.bytes.length ?? 0), 4);
  header.writeUInt8(extension?.type ?? 6, 6);
  header.writeUInt8(64, 7);
  for (const [at, from] of [
    [8, 12],
    [24, 16],
  ] as const) {
    header.writeUInt32BE(0x20010db8, at);
    ipv4.copy(header, at + 12, from, from + 4);
  }
  return Buffer.concat([header, extension?.bytes ?? Buffer.alloc(0), segment]);
};
