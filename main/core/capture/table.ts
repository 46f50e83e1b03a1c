import type { CaptureConnection, Side } from '../model';
import { Connection, type Ends } from './connection';
import { ConnectionList } from './connection-list';
import { reportOf } from './connection-report';
import { addressText, type IpPacket } from './ip';
import type { Segment } from './tcp';

/** Connections that are followed at the same time, and the bytes that all of them may keep. */
const MOST_FOLLOWED = 256;
const MOST_HELD = 16 * 1024 * 1024;

export interface Where {
  readonly frame: number;
  readonly at: number;
}

/** The quarantine connections of a capture, followed side by side; whatever is over long enough becomes its report. */
export class ConnectionTable {
  private readonly list = new ConnectionList();
  /** Connections that had to be let go of before their end. */
  dropped = 0;
  overflows = 0;
  private readonly open = new Map<string, Connection>();
  private held = 0;

  /** Connections of which only the number is known: the oldest, where there are too many. */
  get unlisted(): number {
    return this.list.unlisted;
  }

  constructor(private readonly ports: ReadonlySet<number>) {}

  take(packet: IpPacket, segment: Segment, where: Where): void {
    const side = this.sideOf(packet, segment);
    const ends = endsOf(packet, segment, side);
    const key = keyOf(ends);
    const connection = this.connectionFor(key, ends, side, segment, where);
    if (connection === null) return;
    // The one that was silent longest stands first and goes first.
    this.open.delete(key);
    this.open.set(key, connection);
    const before = connection.held;
    connection.take({ side, segment, ttl: packet.ttl, ...where });
    this.held += connection.held - before;
    while (this.open.size > MOST_FOLLOWED || (this.held > MOST_HELD && this.open.size > 1)) this.letGo(where.at);
  }

  /** The connection that a quoted packet belongs to, and the side that sent it. */
  find(packet: IpPacket, ports: { readonly source: number; readonly target: number }): [Connection, Side] | null {
    const source = { address: addressText(packet.source), port: ports.source };
    const target = { address: addressText(packet.target), port: ports.target };
    const forward = this.open.get(keyOf({ initiator: source, responder: target }));
    if (forward !== undefined) return [forward, 'initiator'];
    const backward = this.open.get(keyOf({ initiator: target, responder: source }));
    return backward === undefined ? null : [backward, 'responder'];
  }

  finish(capturedUntil: number): CaptureConnection[] {
    for (const [key, connection] of this.open) this.close(key, connection, capturedUntil);
    return this.list.inOrder();
  }

  /** By the SYN, by what is known already, else by the port: the quarantine port is the responder's. */
  private sideOf(packet: IpPacket, { syn, acknowledged, sourcePort, targetPort }: Segment): Side {
    if (!this.ports.has(sourcePort)) return 'initiator';
    if (!this.ports.has(targetPort)) return 'responder';
    if (syn) return acknowledged === null ? 'initiator' : 'responder';
    return this.find(packet, { source: sourcePort, target: targetPort })?.[1] ?? 'initiator';
  }

  private connectionFor(key: string, ends: Ends, side: Side, segment: Segment, where: Where): Connection | null {
    const known = this.open.get(key);
    const opens = segment.syn && side === 'initiator';
    const isNew = opens && known !== undefined && known.synSequence !== segment.sequence;
    if (known !== undefined && !isNew) return known;
    if (known !== undefined) this.close(key, known, where.at);
    // A lone reset or last acknowledgement of something that was over before is no connection.
    if (!segment.syn && (segment.rst || segment.length === 0)) return null;
    return new Connection(ends, where.at, where.frame, segment.syn, opens ? segment.sequence : null);
  }

  private letGo(at: number): void {
    const [first] = this.open;
    if (first === undefined) return;
    const [key, connection] = first;
    if (!connection.isOver) this.dropped += 1;
    this.close(key, connection, at);
  }

  private close(key: string, connection: Connection, at: number): void {
    this.open.delete(key);
    this.held -= connection.held;
    connection.finish();
    const { initiator, responder } = connection.directions;
    if (initiator.overflowed || responder.overflowed) this.overflows += 1;
    this.list.add(connection.frames.first, reportOf(connection, at));
  }
}

const keyOf = ({ initiator, responder }: Ends): string =>
  `${initiator.address} ${initiator.port} ${responder.address} ${responder.port}`;

const endsOf = (packet: IpPacket, segment: Segment, side: Side): Ends => {
  const source = { address: addressText(packet.source), port: segment.sourcePort };
  const target = { address: addressText(packet.target), port: segment.targetPort };
  return side === 'initiator' ? { initiator: source, responder: target } : { initiator: target, responder: source };
};
