import type { End, LabPacket } from './packets';

type Who = 'initiator' | 'responder';

export interface Ends {
  readonly initiator: End;
  readonly responder: End;
}

const MOST = 1460;
const NOTHING = new Uint8Array(0);

/** A TCP connection as its packets come by: numbers count on, every segment is acknowledged by the next one back. */
export class Wire {
  readonly packets: LabPacket[] = [];
  private readonly sequence: Record<Who, number>;

  /** `at` in milliseconds; `delay` between two packets. */
  constructor(
    private readonly ends: Ends,
    private at: number,
    private readonly delay: number,
    first: number,
  ) {
    this.sequence = { initiator: first, responder: first + 1_000_003 };
  }

  open(): void {
    this.put('initiator', { syn: true }, NOTHING, false);
    this.put('responder', { syn: true });
    this.put('initiator', {});
  }

  refuse(): void {
    this.put('initiator', { syn: true }, NOTHING, false);
    this.sequence.responder = 0;
    this.put('responder', { rst: true });
  }

  /** Nobody answers: sent again after 3, 6 and 12 seconds (RFC 6298: the time doubles). */
  swallow(): void {
    for (const seconds of [3, 6, 12, 0]) {
      this.put('initiator', { syn: true }, NOTHING, false);
      this.sequence.initiator -= 1;
      this.at += seconds * 1000;
    }
  }

  say(who: Who, bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += MOST) this.put(who, { push: true }, bytes.subarray(at, at + MOST));
  }

  wait(milliseconds: number): void {
    this.at += milliseconds;
  }

  close(first: Who): void {
    const other = first === 'initiator' ? 'responder' : 'initiator';
    this.put(first, { fin: true });
    this.put(other, { fin: true });
    this.put(first, {});
  }

  private put(who: Who, flags: LabPacket['flags'], payload: Uint8Array = NOTHING, acknowledges = true): void {
    const other = who === 'initiator' ? 'responder' : 'initiator';
    this.packets.push({
      at: this.at,
      from: this.ends[who],
      to: this.ends[other],
      sequence: this.sequence[who],
      acknowledged: acknowledges ? this.sequence[other] : null,
      flags,
      payload,
    });
    this.sequence[who] += payload.length + (flags.syn || flags.fin ? 1 : 0);
    this.at += this.delay;
  }
}
