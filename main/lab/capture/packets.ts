/** Packets as an appliance's own capture holds them: Ethernet, IPv4, TCP, with right checksums; and the file around them. */
export interface End {
  readonly address: string;
  readonly port: number;
}

export interface LabPacket {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly from: End;
  readonly to: End;
  readonly sequence: number;
  readonly acknowledged: number | null;
  readonly flags: { readonly syn?: boolean; readonly fin?: boolean; readonly rst?: boolean; readonly push?: boolean };
  readonly payload: Uint8Array;
}

const TTL = 64;
const WINDOW = 65_535;
const MSS_1460 = Buffer.of(2, 4, 0x05, 0xb4);

/** The Internet checksum (RFC 1071). */
const checksum = (bytes: Buffer): number => {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + Math.floor(sum / 65_536);
  return ~sum & 0xffff;
};

const addressBytes = (address: string): Buffer => Buffer.from(address.split('.').map(Number));

const flagsOf = ({ flags, acknowledged }: LabPacket): number =>
  (flags.fin ? 1 : 0) |
  (flags.syn ? 2 : 0) |
  (flags.rst ? 4 : 0) |
  (flags.push ? 8 : 0) |
  (acknowledged === null ? 0 : 16);

/** RFC 9293 section 3.1; the SYN says a segment size of 1460. */
const tcpOf = (packet: LabPacket): Buffer => {
  const options = packet.flags.syn ? MSS_1460 : Buffer.alloc(0);
  const header = Buffer.alloc(20);
  header.writeUInt16BE(packet.from.port, 0);
  header.writeUInt16BE(packet.to.port, 2);
  header.writeUInt32BE(packet.sequence >>> 0, 4);
  header.writeUInt32BE((packet.acknowledged ?? 0) >>> 0, 8);
  header.writeUInt8(((20 + options.length) / 4) << 4, 12);
  header.writeUInt8(flagsOf(packet), 13);
  header.writeUInt16BE(packet.flags.rst ? 0 : WINDOW, 14);
  const segment = Buffer.concat([header, options, packet.payload]);
  const length = Buffer.alloc(4);
  length.writeUInt8(6, 1);
  length.writeUInt16BE(segment.length, 2);
  const pseudo = Buffer.concat([addressBytes(packet.from.address), addressBytes(packet.to.address), length]);
  segment.writeUInt16BE(checksum(Buffer.concat([pseudo, segment])), 16);
  return segment;
};

/** The IP packet of it (RFC 791), which must not be fragmented. */
export const ipPacketOf = (packet: LabPacket): Buffer => {
  const segment = tcpOf(packet);
  const header = Buffer.alloc(20);
  header.writeUInt8(0x45, 0);
  header.writeUInt16BE(20 + segment.length, 2);
  header.writeUInt16BE(0x4000, 6);
  header.writeUInt8(TTL, 8);
  header.writeUInt8(6, 9);
  addressBytes(packet.from.address).copy(header, 12);
  addressBytes(packet.to.address).copy(header, 16);
  header.writeUInt16BE(checksum(header), 10);
  return Buffer.concat([header, segment]);
};

/** A locally administered hardware address for an IP address. */
const hardwareAddress = (address: string): Buffer => Buffer.concat([Buffer.of(2, 0), addressBytes(address)]);

const frameOf = (packet: LabPacket): Buffer =>
  Buffer.concat([
    hardwareAddress(packet.to.address),
    hardwareAddress(packet.from.address),
    Buffer.of(0x08, 0),
    ipPacketOf(packet),
  ]);

const recordOf = (at: number, frame: Buffer): Buffer => {
  const header = Buffer.alloc(16);
  const micros = Math.round(at * 1000);
  header.writeUInt32LE(Math.floor(micros / 1_000_000), 0);
  header.writeUInt32LE(micros % 1_000_000, 4);
  header.writeUInt32LE(frame.length, 8);
  header.writeUInt32LE(frame.length, 12);
  return Buffer.concat([header, frame]);
};

/** The header of a pcap file: little endian, microseconds (pcap-savefile(5)). */
export const pcapHeader = (linkType: number): Buffer => {
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(262_144, 16);
  header.writeUInt32LE(linkType, 20);
  return header;
};

const ETHERNET = 1;

/** A capture file of these packets, in the order of their times. */
export const pcapOf = (packets: readonly LabPacket[]): Buffer =>
  Buffer.concat([
    pcapHeader(ETHERNET),
    ...packets.toSorted((one, other) => one.at - other.at).map((one) => recordOf(one.at, frameOf(one))),
  ]);
