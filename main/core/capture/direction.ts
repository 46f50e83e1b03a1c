import type { CaptureHole } from '../model';

/** What one direction hands on, in order: bytes, or word of bytes that are missing. */
export type Delivery =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly frame: number; readonly at: number }
  | { readonly kind: 'hole'; readonly hole: Omit<CaptureHole, 'direction'> };

/** A segment's data with its place in the direction. `bytes` may be shorter than `length`: the frame was cut. */
export interface Data {
  readonly from: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly frame: number;
  readonly at: number;
}

/** Data sent again since the receiver last acknowledged something new. */
export interface Again {
  readonly count: number;
  readonly smallest: number;
  readonly largest: number;
  readonly frame: number;
  readonly at: number;
}

const MOST_PIECES = 512;
const MOST_KEPT = 262_144;
const MOST_IN_FLIGHT = 128;
/** Acknowledgements past a gap before it is given up: two lines of a capture may stand in the wrong order. */
const PATIENCE = 2;
const TWO_TO_32 = 4_294_967_296;

/** One direction of a TCP connection: puts its bytes in order, counts what was sent again, and says what is missing. */
export class Direction {
  /** The sequence number of its first byte. */
  private start: number | null = null;
  /** Everything before this offset was handed on. */
  next = 0;
  acknowledged = 0;
  /** The offset of the FIN. */
  end: number | null = null;
  retransmissions = 0;
  largestPassed: number | null = null;
  again: Again | null = null;
  progressAt: number | null = null;
  overflowed = false;
  /** The offset up to which anything was seen. */
  highest = 0;
  private pieces: Data[] = [];
  private kept = 0;
  private past = 0;
  private inFlight: { readonly to: number; readonly size: number }[] = [];

  get isBegun(): boolean {
    return this.start !== null;
  }

  /** Pieces that wait for what is before them. */
  get waiting(): readonly Data[] {
    return this.pieces;
  }

  /** Bytes that are kept for what is before them. */
  get held(): number {
    return this.kept;
  }

  begin(sequence: number): void {
    this.start ??= sequence;
  }

  /** Where a sequence number stands, counted from the first byte; right for streams of any length. */
  offsetOf(sequence: number): number {
    const here = ((this.start ?? sequence) + this.next) % TWO_TO_32;
    return this.next + ((sequence - here) | 0);
  }

  take(data: Data): Delivery[] {
    const to = data.from + data.length;
    if (data.length === 0 || to <= 0) return [];
    if (to <= this.highest && !this.isNew(data.from, to)) {
      this.countAgain(data);
      return [];
    }
    this.highest = Math.max(this.highest, to);
    this.inFlight.push({ to, size: data.length });
    if (this.inFlight.length > MOST_IN_FLIGHT) this.inFlight.shift();
    if (data.from > this.next) return this.keep(data);
    this.progressAt ??= data.at;
    return [...this.hand(data), ...this.drain()];
  }

  /** The other end has everything before `offset`. */
  acknowledge(offset: number, at: number): Delivery[] {
    const bound = this.end === null ? offset : Math.min(offset, this.end);
    if (bound <= this.acknowledged) return this.pastGap(bound);
    this.acknowledged = bound;
    this.again = null;
    this.progressAt = at;
    while (this.inFlight[0] !== undefined && this.inFlight[0].to <= bound)
      this.largestPassed = Math.max(this.largestPassed ?? 0, this.inFlight.shift()?.size ?? 0);
    return this.pastGap(bound);
  }

  /** The end of the capture or of the connection: what never came is said. One byte at the very end is a FIN that was not seen. */
  finish(frame: number): Delivery[] {
    const first = this.pieces[0]?.from ?? this.acknowledged;
    if (this.acknowledged > this.next && (this.pieces.length > 0 || this.acknowledged - this.next > 1))
      return [...this.giveUp(Math.min(first, this.acknowledged), 'not-captured', frame), ...this.drain()];
    if (this.pieces.length === 0) return [];
    return [{ kind: 'hole', hole: { from: this.next, to: first, why: 'never-arrived', frame } }];
  }

  private isNew(from: number, to: number): boolean {
    return to > this.next && !this.pieces.some((one) => one.from <= from && one.from + one.length >= to);
  }

  private countAgain({ length, from, frame, at }: Data): void {
    this.retransmissions += 1;
    // A probe of a shut window or of a silent peer repeats one byte; it is no sign of loss.
    if (from + length <= this.acknowledged || length <= 1) return;
    this.again = {
      count: (this.again?.count ?? 0) + 1,
      smallest: Math.min(this.again?.smallest ?? length, length),
      largest: Math.max(this.again?.largest ?? length, length),
      frame,
      at,
    };
  }

  private keep(data: Data): Delivery[] {
    const at = this.pieces.findIndex((one) => one.from > data.from);
    const piece = { ...data, bytes: data.bytes.slice() };
    this.pieces.splice(at < 0 ? this.pieces.length : at, 0, piece);
    this.kept += piece.bytes.length;
    if (this.pieces.length <= MOST_PIECES && this.kept <= MOST_KEPT) return [];
    this.overflowed = true;
    return [...this.giveUp(this.pieces[0]?.from ?? this.next, 'overflow', data.frame), ...this.drain()];
  }

  private pastGap(acknowledged: number): Delivery[] {
    if (acknowledged <= this.next) return [];
    this.past += 1;
    const [first] = this.pieces;
    if (this.past < PATIENCE || first === undefined) return [];
    return [...this.giveUp(Math.min(first.from, acknowledged), 'not-captured', first.frame), ...this.drain()];
  }

  private giveUp(to: number, why: CaptureHole['why'], frame: number): Delivery[] {
    if (to <= this.next) return [];
    const hole = { from: this.next, to, why, frame };
    this.next = to;
    this.past = 0;
    return [{ kind: 'hole', hole }];
  }

  /** The part of the data that is new, as far as it was captured. */
  private hand({ from, length, bytes, frame, at }: Data): Delivery[] {
    const known = this.next - from;
    if (known >= length) return [];
    const fresh = bytes.subarray(known);
    const handed: Delivery[] = fresh.length > 0 ? [{ kind: 'bytes', bytes: fresh, frame, at }] : [];
    this.next += fresh.length;
    this.past = 0;
    return [...handed, ...this.giveUp(from + length, 'cut', frame)];
  }

  private drain(): Delivery[] {
    const handed: Delivery[] = [];
    while (this.pieces[0] !== undefined && this.pieces[0].from <= this.next) {
      const piece = this.pieces.shift();
      if (piece === undefined) break;
      this.kept -= piece.bytes.length;
      handed.push(...this.hand(piece));
    }
    return handed;
  }
}
