import { type Line, shownLine, type Window } from './source-lines';

/** A line longer than this is kept cut; a log of binary noise must not fill the window. */
const LONGEST_BYTES = 16 * 1024;
const LINE_FEED = 10;

/** Cuts chunks of bytes into numbered lines and keeps those of a window; of a long line only its beginning. */
export class LineCutter {
  readonly lines: Line[] = [];
  /** How many bytes were given so far. */
  bytes = 0;
  private number = 1;
  private begun: Buffer[] = [];
  private length = 0;

  constructor(private readonly window: Window) {}

  /** Whether everything up to the window's end is there. */
  get full(): boolean {
    return this.number > this.window.to;
  }

  take(chunk: Buffer): void {
    this.bytes += chunk.length;
    for (let at = 0; at < chunk.length && !this.full; ) {
      const end = chunk.indexOf(LINE_FEED, at);
      this.add(chunk.subarray(at, end === -1 ? chunk.length : end));
      if (end !== -1) this.close();
      at = end === -1 ? chunk.length : end + 1;
    }
  }

  /** The last line, where no line feed ends it. */
  end(): void {
    if (this.length > 0 && !this.full) this.close();
  }

  private add(bytes: Buffer): void {
    if (this.number < this.window.from || this.length >= LONGEST_BYTES) return;
    // Copied, because a slice would keep its whole chunk.
    this.begun.push(Buffer.from(bytes.subarray(0, LONGEST_BYTES - this.length)));
    this.length += bytes.length;
  }

  private close(): void {
    if (this.number >= this.window.from) {
      this.lines.push({ line: this.number, text: shownLine(Buffer.concat(this.begun).toString('utf8')) });
    }
    this.begun = [];
    this.length = 0;
    this.number += 1;
  }
}
