import { ipPacketOf, type LabPacket } from '../../../main/lab/capture/packets';
import { pcapFile } from './containers';

export const INITIATOR = { address: '192.0.2.11', port: 40_001 };
export const RESPONDER = { address: '192.0.2.10', port: 7025 };

const framed = (packet: LabPacket) => ({
  at: packet.at * 1000,
  bytes: Buffer.concat([Buffer.alloc(12), Buffer.of(8, 0), ipPacketOf(packet)]),
});
const record = (packet: LabPacket): Buffer => pcapFile([framed(packet)]).subarray(24);

const SIZE = 1448;
const PIECES = 256;
const SEQUENCE_AT = 16 + 14 + 20 + 4;

/** A piece of a capture: so many full segments of one direction, whose numbers are moved on for each use. */
const template = (from: typeof INITIATOR, to: typeof INITIATOR, payload: Uint8Array): Buffer =>
  Buffer.concat(
    Array.from({ length: PIECES }, () =>
      record({ at: 1_700_000_000_000, from, to, sequence: 0, acknowledged: 1, flags: {}, payload }),
    ),
  );

/**
 * A capture of `bytes` payload bytes made on the fly, piece by piece, on one connection between the ends, as protected
 * records of 1443 bytes. One segment in `loses` is left out; its number goes on.
 */
export function* flood(bytes: number, from: typeof INITIATOR, to: typeof INITIATOR, loses = 0): Generator<Buffer> {
  const payload = Buffer.concat([Buffer.of(23, 3, 3, (SIZE - 5) >> 8, (SIZE - 5) & 255), Buffer.alloc(SIZE - 5, 0x55)]);
  const piece = template(from, to, payload);
  const length = piece.length / PIECES;
  let sequence = 1;
  let count = 0;
  for (let sent = 0; sent < bytes; sent += SIZE * PIECES) {
    const kept: Buffer[] = [];
    for (let index = 0; index < PIECES; index += 1) {
      piece.writeUInt32BE(sequence >>> 0, index * length + SEQUENCE_AT);
      sequence = (sequence + SIZE) % 4_294_967_296;
      count += 1;
      if (loses === 0 || count % loses !== 0) kept.push(piece.subarray(index * length, (index + 1) * length));
    }
    yield loses === 0 ? piece : Buffer.concat(kept);
  }
}
