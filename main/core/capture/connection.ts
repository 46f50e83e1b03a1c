import type { CaptureEnd, CaptureHole, CaptureUnreachable, Side, TlsStage } from '../model';
import { Conversation } from './conversation';
import { type Delivery, Direction } from './direction';
import { instantText } from './instant';
import type { Segment } from './tcp';

/** A packet of a connection, from the side that sent it. */
export interface Packet {
  readonly side: Side;
  readonly segment: Segment;
  readonly frame: number;
  readonly at: number;
  readonly ttl: number;
}

export interface Ends {
  readonly initiator: { readonly address: string; readonly port: number };
  readonly responder: { readonly address: string; readonly port: number };
}

export const otherSide = (side: Side): Side => (side === 'initiator' ? 'responder' : 'initiator');

const MOST_HOLES = 50;
const MOST_UNREACHABLE = 20;

/** One TCP connection of the quarantine port while its packets come by. Its memory does not grow with what it carries. */
export class Connection {
  readonly directions: Record<Side, Direction> = { initiator: new Direction(), responder: new Direction() };
  readonly talk: Conversation;
  readonly holes: CaptureHole[] = [];
  readonly unreachable: CaptureUnreachable[] = [];
  readonly shut: Record<Side, { at: number; frame: number } | null> = { initiator: null, responder: null };
  readonly frames: { first: number; last: number; syn: number | null; synAck: number | null };
  resetBy: CaptureEnd | null = null;
  closedBy: CaptureEnd | null = null;
  readonly finSeen: Record<Side, boolean> = { initiator: false, responder: false };
  packets = 0;
  syns = 0;
  rttMs: number | null = null;
  established = false;
  lastAt: number;
  private synAt: number | null = null;
  private synAckAt: number | null = null;
  private readonly ttl: Record<Side, number | null> = { initiator: null, responder: null };

  /** `whole`: its opening is in the capture. */
  constructor(
    readonly ends: Ends,
    readonly openedAt: number,
    frame: number,
    readonly whole: boolean,
    /** The SYN's sequence number, by which a new connection on the same ports is told from the SYN sent again. */
    readonly synSequence: number | null,
  ) {
    this.frames = { first: frame, last: frame, syn: null, synAck: null };
    this.lastAt = openedAt;
    this.talk = new Conversation(whole);
  }

  get isOver(): boolean {
    return this.resetBy !== null || (this.finSeen.initiator && this.finSeen.responder);
  }

  /** Bytes of memory that it takes, without what every connection takes. */
  get held(): number {
    return this.directions.initiator.held + this.directions.responder.held + this.talk.held;
  }

  /** How far it had come. */
  get stage(): TlsStage {
    const { facts, tlsBegun } = this.talk;
    if (tlsBegun) return 'handshake';
    if (facts.frames.ehlo !== null || facts.frames.starttls !== null) return 'starttls';
    if (facts.banner !== null) return 'ehlo';
    return this.established || !this.whole ? 'greeting' : 'connect';
  }

  take(packet: Packet): void {
    const { side, segment, frame, at } = packet;
    this.packets += 1;
    this.frames.last = frame;
    this.lastAt = Math.max(this.lastAt, at);
    const own = this.directions[side];
    const data = segment.syn ? (segment.sequence + 1) % 4_294_967_296 : segment.sequence;
    if (!segment.rst) own.begin(data);
    this.timeOpening(packet);
    this.readData(packet, own.offsetOf(data));
    this.readAcknowledgement(packet);
    this.readEnd(packet, own.offsetOf(data));
    if (!segment.rst) this.ttl[side] ??= packet.ttl;
  }

  addUnreachable(one: CaptureUnreachable): void {
    if (this.unreachable.length < MOST_UNREACHABLE) this.unreachable.push(one);
  }

  /** Says what never came. To be called once, when nothing more can come. */
  finish(): void {
    for (const side of ['initiator', 'responder'] as const)
      this.hand(side, this.directions[side].finish(this.frames.last));
  }

  private timeOpening({ side, segment, frame, at }: Packet): void {
    if (segment.syn && side === 'initiator') {
      this.syns += 1;
      this.frames.syn ??= frame;
      this.synAt = at;
      return;
    }
    if (segment.syn) {
      this.frames.synAck ??= frame;
      this.synAckAt ??= at;
      return;
    }
    if (segment.rst || this.established) return;
    const answered = side === 'initiator' ? this.frames.synAck !== null || !this.whole : segment.length > 0;
    if (!answered) return;
    this.established = true;
    // Both halves together are the whole round trip, wherever on the way the capture was made.
    if (this.synAt !== null && this.synAckAt !== null && side === 'initiator')
      this.rttMs = Math.max(0, Math.round(at - this.synAt) / 1000);
  }

  private readData({ side, segment, frame, at }: Packet, from: number): void {
    if (segment.length === 0 || segment.rst) return;
    const { payload: bytes, length } = segment;
    this.hand(side, this.directions[side].take({ from, length, bytes, frame, at }));
  }

  private readAcknowledgement({ side, segment, frame, at }: Packet): void {
    if (segment.acknowledged === null || segment.rst) return;
    const other = this.directions[otherSide(side)];
    other.begin(segment.acknowledged);
    this.hand(otherSide(side), other.acknowledge(other.offsetOf(segment.acknowledged), at));
    if (segment.window > 0 || segment.syn) this.shut[side] = null;
    else this.shut[side] ??= { at, frame };
  }

  private readEnd({ side, segment, frame, at, ttl }: Packet, from: number): void {
    if (!segment.fin && !segment.rst) return;
    const end = {
      by: side,
      at: instantText(at),
      frame,
      after: this.stage,
      ttl,
      usualTtl: this.ttl[side],
    };
    if (segment.rst) this.resetBy ??= end;
    else {
      this.closedBy ??= end;
      this.finSeen[side] = true;
      this.directions[side].end ??= from + segment.length;
    }
  }

  private hand(side: Side, deliveries: readonly Delivery[]): void {
    for (const one of deliveries) {
      if (one.kind === 'bytes') {
        this.talk.hear(side, one.bytes, one);
        continue;
      }
      if (this.holes.length < MOST_HOLES) this.holes.push({ direction: side, ...one.hole });
      if (one.hole.why !== 'never-arrived') this.talk.miss(side, one.hole.to - one.hole.from);
    }
  }
}
