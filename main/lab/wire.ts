import type { Duplex } from 'node:stream';
import type { Mood } from './moods';

/** The way from a login's screen to the other side: in order, late by the mood's latency, cut where the mood cuts it. */
export class Wire {
  /** Bytes that may still pass; from the first typed line on. */
  private left = Number.POSITIVE_INFINITY;

  constructor(
    private readonly stream: Duplex,
    private readonly mood: Pick<Mood, 'latencyMs' | 'dropsAfterBytes'>,
    private readonly cut: () => void,
  ) {}

  /** A line was typed: from here on the mood counts. */
  typed(): void {
    if (this.left === Number.POSITIVE_INFINITY) this.left = this.mood.dropsAfterBytes ?? this.left;
  }

  write(text: string): void {
    if (this.left <= 0) return;
    const bytes = Buffer.from(text, 'latin1');
    const part = bytes.subarray(0, Math.min(bytes.length, this.left));
    this.left -= part.length;
    this.late(() => this.pass(part, this.left <= 0));
  }

  /** Does this behind everything that was written. */
  late(then: () => void): void {
    const { latencyMs } = this.mood;
    // Timers of one length fire in the order in which they were set.
    if (latencyMs) setTimeout(then, latencyMs);
    else then();
  }

  private pass(bytes: Buffer, last: boolean): void {
    if (!this.stream.writable) return;
    this.stream.write(bytes, () => {
      if (last) this.cut();
    });
  }
}
