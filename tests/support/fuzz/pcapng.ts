/** The same packets as pcapng with one interface: a section, the interface, a block for each packet (microseconds). */
const block = (type: number, body: Buffer): Buffer => {
  const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(12 + padded.length);
  const head = Buffer.alloc(4);
  head.writeUInt32LE(type);
  return Buffer.concat([head, length, padded, length]);
};

const words = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, 4 * index);
  return bytes;
};

const packetBlock = (header: Buffer, data: Buffer): Buffer => {
  const micros = BigInt(header.readUInt32LE(0)) * 1_000_000n + BigInt(header.readUInt32LE(4));
  const when = [Number(micros >> 32n), Number(micros & 0xffff_ffffn)];
  return block(6, Buffer.concat([words(0, ...when, data.length, header.readUInt32LE(12)), data]));
};

/** From a little-endian pcap, as tcpdump writes it here. */
export const pcapngOf = (pcap: Buffer): Buffer => {
  const section = words(0x1a2b3c4d, 0x0000_0001, 0xffff_ffff, 0xffff_ffff);
  const blocks = [block(0x0a0d0d0a, section), block(1, words(pcap.readUInt32LE(20), 262_144))];
  for (let at = 24; at + 16 <= pcap.length; ) {
    const header = pcap.subarray(at, at + 16);
    const end = at + 16 + header.readUInt32LE(8);
    blocks.push(packetBlock(header, pcap.subarray(at + 16, end)));
    at = end;
  }
  return Buffer.concat(blocks);
};
